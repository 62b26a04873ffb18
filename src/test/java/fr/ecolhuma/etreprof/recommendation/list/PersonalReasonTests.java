package fr.ecolhuma.etreprof.recommendation.list;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.SmallPlatform;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalReasonTests {

    private static final List<SegmentUsage> USAGE = List.of(SmallPlatform.usage(0.1));

    private static final PersonalReason REASONS =
            new PersonalReason(USAGE, SmallPlatform.noLevels(USAGE), List.of("Équilibrés"), code -> "Santé mentale");

    private static CatalogueItem titled(String title, boolean published) {
        return new CatalogueItem(
                new ContentKey("article", 1), title, 1, List.of(), List.of(), published, SmallPlatform.NEWEST);
    }

    @Test
    void aContentThatIsNoLongerOnlineIsNotNamed() {
        CatalogueItem hidden = titled("Brouillon", false);
        assertThat(REASONS.ofLikeness(hidden))
                .isEqualTo("Proche d'un contenu qui n'est plus en ligne, que vous avez consulté.");
        assertThat(REASONS.ofKinship(hidden)).isEqualTo("Proche d'un contenu qui n'est plus en ligne.");
        assertThat(REASONS.ofSharedUsers(hidden))
                .isEqualTo("Consulté par les enseignants qui ont aussi consulté un contenu qui n'est plus en ligne.");
        assertThat(REASONS.ofHistory(List.of(new PersonalEntry.Because(0, hidden, 1))))
                .isEqualTo("Consulté par des enseignants qui lisent les mêmes contenus que vous.");
        assertThat(REASONS.ofHistory(List.of(
                        new PersonalEntry.Because(0, hidden, 1),
                        new PersonalEntry.Because(0, titled("Un", true), 0.5),
                        new PersonalEntry.Because(0, titled("Deux", true), 0.3))))
                .isEqualTo("Parce que vous avez consulté « Un » et « Deux ».");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Un bol, deux règles                  | « Un bol, deux règles »
            « Je suis nulle » : une phrase       | « “Je suis nulle” : une phrase »
            «\u00a0Oui\u00a0» et «\u202fnon\u202f» | « “Oui” et “non” »
            La culture du «pas encore»           | « La culture du “pas encore” »
            '  '                                 | « sans titre »
            """)
    void aQuotationInATitleHasMarksOfItsOwn(String title, String quoted) {
        assertThat(REASONS.ofKinship(titled(title, true))).isEqualTo("Proche de " + quoted + ".");
    }
}
