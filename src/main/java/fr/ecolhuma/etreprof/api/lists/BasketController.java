package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.heavy.BodyMemory;
import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /recommend}: contents for a visitor known by a basket of contents only. */
@RestController
final class BasketController {

    record Answer(
            boolean success,
            String rung,
            List<RecommendedContent> recommendations,
            int totalRecommendations,
            int ignored,
            ListStatus status,
            String modelVersion) {

        static Answer of(Snapshot snapshot, int ignored, PersonalList list) {
            List<RecommendedContent> entries = list.entries().stream()
                    .map(entry -> RecommendedContent.of(entry, snapshot))
                    .toList();
            return new Answer(
                    true,
                    list.rung().code(),
                    entries,
                    entries.size(),
                    ignored,
                    ListStatus.of(entries),
                    snapshot.version());
        }
    }

    private static final int MOST_BYTES = 1 << 20;
    private static final int NO_SEGMENT = -1;

    private final ServedModel served;
    private final ServedLists lists;
    private final HeavyWork heavy;
    private final BodyMemory memory;

    BasketController(ServedModel served, ServedLists lists, HeavyWork heavy, BodyMemory memory) {
        this.served = served;
        this.lists = lists;
        this.heavy = heavy;
        this.memory = memory;
    }

    @PostMapping(
            path = "/recommend",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer recommend(HttpServletRequest request) {
        Snapshot snapshot = served.get();
        try (BodyMemory.Room body = memory.read(request, MOST_BYTES, BasketController::tooLarge)) {
            return heavy.run(body.bytes(), () -> answer(snapshot, body.bytes()));
        }
    }

    private Answer answer(Snapshot snapshot, byte[] body) {
        Basket basket = Basket.of(snapshot, body);
        PersonalRequest wanted = new PersonalRequest(
                basket.rows(), NO_SEGMENT, basket.levels(), basket.filter(), Set.of(), false, basket.limit());
        PersonalList list = snapshot.personal().recommend(wanted);
        lists.count(list.rung().code());
        return Answer.of(snapshot, basket.ignored(), list);
    }

    private static ApiException tooLarge() {
        return ApiException.of(
                        ProblemKind.TOO_LARGE,
                        "found a body of more than 1 MiB, expected at most 1,000 contents by type and id")
                .value("mib", 1);
    }
}
