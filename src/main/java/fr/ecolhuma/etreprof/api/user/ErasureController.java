package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.recompute.live.ErasureService;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /user/{user_id}}: removes a user from every answer, permanently. */
@RestController
final class ErasureController {

    private final ErasureService service;
    private final AdminRule admin;

    ErasureController(ErasureService service, AdminRule admin) {
        this.service = service;
        this.admin = admin;
    }

    @DeleteMapping(path = "/user/{user_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ErasureAnswer erase(@PathVariable("user_id") String userId, HttpServletRequest request) {
        admin.require(request);
        return ErasureAnswer.of(receipt(WholeNumber.userId(userId)));
    }

    private ErasureService.Receipt receipt(long id) {
        try {
            return service.erase(id);
        } catch (SnapshotException e) {
            String why = "the erasure is not complete: %s; send the request again".formatted(e.getMessage());
            throw e.isFull() ? ApiException.of(ProblemKind.DISK_FULL, why) : ApiException.of(ProblemKind.FAILED, why);
        }
    }
}
