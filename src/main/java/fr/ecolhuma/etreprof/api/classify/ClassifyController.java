package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.Allowance;
import fr.ecolhuma.etreprof.api.request.TakesParameter;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.classification.document.DocumentException;
import fr.ecolhuma.etreprof.classification.document.DocumentReader;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.classification.serving.ClassificationAnswer;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /classify}: the theme and the défis of one text. */
@RestController
final class ClassifyController {

    record Answer(boolean success, ClassificationAnswer data, String modelVersion) {}

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ServedModel served;
    private final HeavyWork heavy;
    private final RequestText texts;
    private final Verdicts verdicts;

    ClassifyController(ServedModel served, HeavyWork heavy, RequestText texts, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.served = served;
        this.heavy = heavy;
        this.texts = texts;
    }

    @TakesParameter(RequestText.PARAMETER)
    @PostMapping(path = "/classify", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer classify(HttpServletRequest request) {
        Snapshot snapshot = served.classifying();
        heavy.requireRoom();
        try (SentText sent = texts.of(request)) {
            Allowance.of(request).require(sent.cost() - 1L);
            Classification found = heavy.run(
                    LIMIT,
                    sent.packed() ? ClassifyController::tooSlow : HeavyWork::busy,
                    () -> classified(snapshot, sent.read().call()));
            verdicts.count(found.reason());
            return new Answer(true, ClassificationAnswer.of(found, snapshot.taxonomy()), snapshot.version());
        }
    }

    private static Classification classified(Snapshot snapshot, DocumentText text) {
        return snapshot.classifier().classify(text.text()).cut(text.cut());
    }

    private static DocumentException tooSlow() {
        return DocumentReader.tooSlow(LIMIT);
    }
}
