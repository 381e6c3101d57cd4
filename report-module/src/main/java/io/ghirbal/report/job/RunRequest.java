package io.ghirbal.report.job;

import io.ghirbal.ingest.run.InputPaths;
import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.nlp.template.TemplateCorrection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param inputs files and folders to read, in this order
 * @param out folder that receives the report and the exports
 * @param outlet outlet of the documents that name none; null when it is unknown
 * @param reading how inputs are read where they do not say it themselves
 * @param reanalyse whether to clean and classify all stored articles anew
 * @param publication what is published when it is done
 * @param corrections what a person says of the templates of outlets, in place of all that was said before; null to leave that as it is
 * @param arguments what was asked as it was typed, one argument a line, without secrets; null when it was not asked on a command line
 */
public record RunRequest(
        List<Path> inputs,
        Path out,
        @Nullable String outlet,
        ReadingOptions reading,
        boolean reanalyse,
        Publication publication,
        @Nullable List<TemplateCorrection> corrections,
        @Nullable String arguments) {
    /** @throws IllegalArgumentException when there is no room for the inputs, the folder, the fields or the languages in the tables; the message is fit for a user */
    public RunRequest {
        inputs = inputs.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        check("the path of the folder for the results", out.toString().length(), RunParameters.LONGEST_VALUE);
        check(
                "the list of languages",
                Objects.requireNonNullElse(publication.languagesParameter(), "").length(),
                RunParameters.LONGEST_VALUE);
        check("the list of fields", reading.asText().length(), RunParameters.LONGEST_VALUE);
        check("the list of inputs", InputPaths.write(inputs).length(), RunLog.LONGEST_INPUTS);
    }

    private static void check(String what, int length, int longest) {
        if (length > longest) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s has %,d characters; the most is %,d", what, length, longest));
        }
    }

    /** A request that was not made on a command line, to publish everything. */
    public RunRequest(List<Path> inputs, Path out, @Nullable String outlet, boolean reanalyse) {
        this(inputs, out, outlet, ReadingOptions.USUAL, reanalyse, Publication.ALL, null, null);
    }

    /** As the parameters of the job for the run with this number. */
    RunParameters parameters(long run) {
        return new RunParameters(
                run,
                out,
                reanalyse,
                publication.exportsParameter(),
                publication.languagesParameter(),
                reading.asText());
    }

    /** The same with another answer to whether all stored articles are analysed anew. */
    RunRequest withReanalyse(boolean reanalyse) {
        return new RunRequest(inputs, out, outlet, reading, reanalyse, publication, corrections, arguments);
    }
}
