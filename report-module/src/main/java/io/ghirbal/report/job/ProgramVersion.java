package io.ghirbal.report.job;

/** The version of this program. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** As the jar says it; {@code development} where the program does not come from its jar. */
    public static String current() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
