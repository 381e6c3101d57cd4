package io.ghirbal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The licence is what it says it is, and goes with the jars. */
class LicenceTest {
    private static final String NAME = "SPDX-License-Identifier: Apache-2.0\n";
    /** SHA-256 of the text that the Apache Software Foundation publishes. */
    private static final String APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30";

    @Test
    void isTheLicenceItNamesLetterForLetter() throws IOException, NoSuchAlgorithmException {
        String licence = Files.readString(Path.of("..", "LICENSE"));
        assertThat(licence).startsWith(NAME);
        byte[] text = licence.substring(NAME.length()).getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo(APACHE_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE"})
    void goesIntoTheJar(String file) {
        assertThat(Path.of("target", "classes", "META-INF", file)).hasSameTextualContentAs(Path.of("..", file));
    }
}
