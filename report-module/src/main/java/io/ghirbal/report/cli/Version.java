package io.ghirbal.report.cli;

import io.ghirbal.report.job.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ghirbal " + ProgramVersion.current()};
    }
}
