package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.problem.ApiException;
import fr.ecolhuma.etreprof.api.problem.Shown;
import fr.ecolhuma.etreprof.api.served.AdminRule;
import fr.ecolhuma.etreprof.features.ExportException;
import fr.ecolhuma.etreprof.recompute.AlreadyRunningException;
import fr.ecolhuma.etreprof.recompute.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.RecomputeRequest;
import fr.ecolhuma.etreprof.recompute.RecomputeService;
import fr.ecolhuma.etreprof.segmentation.SegmentationException;
import fr.ecolhuma.etreprof.snapshot.SnapshotException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /clusters/recompute}: everything anew from the configured exports. */
@RestController
final class RecomputeController {

    private static final Logger LOG = LoggerFactory.getLogger(RecomputeController.class);

    private final RecomputeService service;
    private final EtreprofSettings settings;
    private final AdminRule admin;

    RecomputeController(RecomputeService service, EtreprofSettings settings, AdminRule admin) {
        this.service = service;
        this.settings = settings;
        this.admin = admin;
    }

    @PostMapping(path = "/clusters/recompute", produces = MediaType.APPLICATION_JSON_VALUE)
    RecomputeAnswer recompute(
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun, HttpServletRequest request) {
        admin.require(request);
        try {
            RecomputeRequest wanted = new RecomputeRequest(settings.exports(), null, isDry(dryRun));
            return RecomputeAnswer.of(service.recompute(wanted, stage -> LOG.info("recompute: {}", stage.label())));
        } catch (AlreadyRunningException e) {
            throw ApiException.conflict(String.valueOf(e.getMessage())).with("job", e.job());
        } catch (ExportException | SegmentationException e) {
            throw ApiException.unusable(String.valueOf(e.getMessage()));
        } catch (SnapshotException e) {
            throw ApiException.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Strict, because a dry run that is taken for a real one publishes. */
    private static boolean isDry(@Nullable String asked) {
        if (asked == null || asked.equals("false")) {
            return false;
        }
        if (asked.equals("true")) {
            return true;
        }
        throw ApiException.badRequest("dry_run: found '%s', expected true or false".formatted(Shown.of(asked)));
    }
}
