package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9 ديسمبر 2023                                     | 2023-12-09
                    9 كانون الأول 2023                                | 2023-12-09
                    السبت، ٩ كانون الأول/ديسمبر ٢٠٢٣، آخر تحديث 17:00  | 2023-12-09
                    الجمعة, 26 مارس/ آذار, 2010, 16:52 GMT            | 2010-03-26
                    تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً   | 2020-04-24
                    ۰۹/۱۲/۲۰۲۳                                        | 2023-12-09
                    9th, December 2023 GMT                            | 2023-12-09
                    December 9, 2023                                  | 2023-12-09
                    Dec. 9, 2023                                      | 2023-12-09
                    1er août 2019                                     | 2019-08-01
                    3 جانفي 2021                                      | 2021-01-03
                    12 غشت 2022                                       | 2022-08-12
                    7 أوت 2018                                        | 2018-08-07
                    ديسمبر 9, 2023                                    | 2023-12-09
                    9 من ديسمبر من عام 2023                           | 2023-12-09
                    السبت 9 ديسمبر2023                                | 2023-12-09
                    2023-12-09                                        | 2023-12-09
                    2023/12/09                                        | 2023-12-09
                    2023-12-09T10:00:00Z                              | 2023-12-09
                    2023-12-09 23:59:59+03:00                         | 2023-12-09
                    09.12.2023 - 10:15                                | 2023-12-09
                    29 شباط 2024                                      | 2024-02-29
                    12 ربيع الآخر 1445 هـ الموافق 27 أكتوبر 2023 م     | 2023-10-27
                    12 ربيع الآخر 1445                                | 2023-10-27
                    5 كانون 2 2019                                    | 2019-01-05
                    20240305                                          | 2024-03-05
                    1709640000                                        | 2024-03-05
                    1709640000000                                     | 2024-03-05
                    """)
    void readsTheDay(String text, LocalDate day) {
        assertThat(PublicationDate.parse(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 فبراير 2024",
                "29 شباط 2023",
                "31/04/2023",
                "2023-13-01",
                "0 يناير 2023",
                "9 كانون الأول/نوفمبر 2023",
                "ديسمبر 2023",
                "9 ديسمبر",
                "17/09/09",
                "2023",
                "منذ ساعتين",
                "",
                "99999999999999/1/2023"
            })
    void doesNotGuess(String text) {
        assertThat(PublicationDate.parse(text)).isNull();
    }

    @Test
    void answersNullForNull() {
        assertThat(PublicationDate.parse(null)).isNull();
    }
}
