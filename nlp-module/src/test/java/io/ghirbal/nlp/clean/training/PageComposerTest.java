package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageComposerTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final int PAGES = 400;
    private static final List<LabelledDocument> ARTICLES = SmallCorpus.titled();
    private static final List<LabelledDocument> COMPOSED = new PageComposer(ARTICLES, 3).compose(PAGES);

    @Test
    void composesTheSamePagesFromTheSameSeed() {
        assertThat(new PageComposer(ARTICLES, 3).compose(PAGES)).isEqualTo(COMPOSED);
        assertThat(new PageComposer(ARTICLES, 4).compose(PAGES)).isNotEqualTo(COMPOSED);
    }

    @Test
    void composesNothingFromTooFewArticles() {
        assertThat(new PageComposer(ARTICLES.subList(0, 9), 3).compose(PAGES)).isEmpty();
        assertThat(new PageComposer(ARTICLES.subList(0, 10), 3).compose(PAGES)).hasSize(PAGES);
    }

    @Test
    void labelsLinesThatAreThereEachOnce() {
        assertThat(COMPOSED).hasSize(PAGES).allSatisfy(page -> {
            TextLines lines = TextLines.of(page.text());
            int last = 0;
            for (RemovedLines range : page.removed()) {
                assertThat(range.first()).isGreaterThan(last);
                assertThat(range.last()).isEqualTo(range.first()).isLessThanOrEqualTo(lines.count());
                assertThat(lines.isBlank(range.first())).isFalse();
                last = range.last();
            }
        });
    }

    /** A line that stays is the headline or a paragraph of one article, or words of it in a row: a sub-headline, a list, verse. */
    @Test
    void keepsTheLinesOfOneArticleAndNothingElse() {
        assertThat(COMPOSED).allSatisfy(page -> {
            List<String> kept = kept(page);
            assertThat(ARTICLES)
                    .as("%s keeps %s", page.id(), kept)
                    .anyMatch(article -> kept.stream().allMatch(line -> isOf(article, line)));
        });
    }

    private static List<String> kept(LabelledDocument page) {
        TextLines lines = TextLines.of(page.text());
        List<String> kept = new ArrayList<>();
        for (int n = 1; n <= lines.count(); n++) {
            if (!lines.isBlank(n) && page.keeps(n)) {
                kept.add(lines.line(n));
            }
        }
        return kept;
    }

    private static boolean isOf(LabelledDocument article, String line) {
        String words = line.replaceFirst("^(?:[-•*] |\\d+[-.] )", "").replaceFirst("[:؟]$", "");
        return Stream.concat(Stream.of(article.title()), kept(article).stream())
                .anyMatch(of -> of != null
                        && (of.contains(words) || of.replaceAll("[.،,:]", "").contains(words)));
    }

    /** Nothing of an article is removed but a copy of its headline; another article is removed whole. */
    @Test
    void removesParagraphsOnlyOfAnotherArticle() {
        Set<String> paragraphs = new HashSet<>();
        ARTICLES.forEach(article -> kept(article).stream()
                .filter(line -> !line.equals(article.title()))
                .forEach(paragraphs::add));

        assertThat(COMPOSED).allSatisfy(page -> {
            TextLines lines = TextLines.of(page.text());
            List<String> kept = kept(page);
            for (RemovedLines range : page.removed()) {
                String line = lines.line(range.first());
                if (paragraphs.contains(line)) {
                    assertThat(range.kind()).isEqualTo(BoilerplateKind.RELATED_ARTICLE);
                    assertThat(kept).doesNotContain(line);
                }
                if (range.kind() == BoilerplateKind.DUPLICATE) {
                    assertThat(kept).anyMatch(line::endsWith);
                }
            }
        });
    }

    @Test
    void givesALineTheKindThatItsFormulaIsListedUnder() {
        Map<String, List<Pattern>> formulas = formulas();
        Map<BoilerplateKind, List<String>> sections = Map.of(
                BoilerplateKind.NAVIGATION, List.of("breadcrumb", "menu", "menuline"),
                BoilerplateKind.SHARE, List.of("share"),
                BoilerplateKind.LEGAL, List.of("legal"),
                BoilerplateKind.PROMO, List.of("promo"),
                BoilerplateKind.AD, List.of("ad"),
                BoilerplateKind.SOURCE, List.of("source"),
                BoilerplateKind.CAPTION, List.of("caption"),
                BoilerplateKind.OTHER, List.of("other", "weather"));

        assertThat(COMPOSED).allSatisfy(page -> {
            TextLines lines = TextLines.of(page.text());
            for (RemovedLines range : page.removed()) {
                BoilerplateKind kind = Objects.requireNonNull(range.kind());
                if (sections.containsKey(kind)) {
                    String line = lines.line(range.first());
                    assertThat(sections.getOrDefault(kind, List.of()))
                            .as("%s: %s", kind, line)
                            .anyMatch(section -> formulas.getOrDefault(section, List.of()).stream()
                                    .anyMatch(formula -> formula.matcher(line).matches()));
                }
            }
        });
    }

    /** The formulas of each section of formulas.txt, anything in their slots. */
    private static Map<String, List<Pattern>> formulas() {
        Map<String, List<Pattern>> formulas = new HashMap<>();
        String section = "";
        for (String line : ResourceLines.of(PageComposer.class, "formulas.txt")) {
            if (line.matches("\\[[a-z]+]")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            String literal = Pattern.quote(line).replaceAll("\\{[a-z]+}", "\\\\E.+\\\\Q");
            formulas.computeIfAbsent(section, s -> new ArrayList<>()).add(Pattern.compile(literal));
        }
        return formulas;
    }

    @Test
    void showsEveryKindOfBoilerplate() {
        Set<BoilerplateKind> kinds = EnumSet.noneOf(BoilerplateKind.class);
        COMPOSED.forEach(page -> page.removed().forEach(range -> {
            if (range.kind() != null) {
                kinds.add(range.kind());
            }
        }));

        assertThat(kinds).containsExactlyInAnyOrder(BoilerplateKind.values());
    }

    @Test
    void fillsEverySlotOfItsFormulas() {
        assertThat(COMPOSED).allSatisfy(page -> assertThat(page.text()).doesNotContainPattern("\\{[a-z]+}"));
    }

    /** Labels can be learnt from: some sequence of roles fits each page. */
    @Test
    void labelsPagesThatTheFieldCanExplain() {
        assertThat(COMPOSED.subList(0, 60))
                .allSatisfy(
                        page -> assertThat(LabelledSequence.of(new CleanerCorpus.Lesson(page, 1, false), VOCABULARY, 1))
                                .isNotNull());
    }
}
