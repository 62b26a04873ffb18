package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.TakesParameter;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.classification.serving.ClassificationAnswer;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /classify}: the theme and the défis of one text. */
@RestController
final class ClassifyController {

    record Answer(boolean success, ClassificationAnswer data, String modelVersion) {}

    private final ServedModel served;
    private final ClassifyWorkers workers;
    private final RequestText texts;

    ClassifyController(ServedModel served, ClassifyWorkers workers) {
        this.served = served;
        this.workers = workers;
        this.texts = new RequestText(workers.documents());
    }

    @TakesParameter(RequestText.PARAMETER)
    @PostMapping(path = "/classify", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer classify(HttpServletRequest request) {
        Snapshot snapshot = served.classifying();
        String text = texts.of(request);
        Classification found = workers.oneOfAFew(() -> snapshot.classifier().classify(text));
        return new Answer(true, ClassificationAnswer.of(found, snapshot.taxonomy()), snapshot.version());
    }
}
