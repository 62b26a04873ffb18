package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.classification.document.DocumentException;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.recompute.gates.RefusedException;
import fr.ecolhuma.etreprof.recompute.jobs.KeyReusedException;
import fr.ecolhuma.etreprof.recompute.run.AlreadyRunningException;
import fr.ecolhuma.etreprof.recompute.run.CheckRunningException;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for refusals of the modules behind the API; comes before {@link ProblemAdvice}, which takes all others. */
@RestControllerAdvice
@Order(0)
final class DomainAdvice {

    private static final int RETRY_AFTER_SECONDS = 5;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> document(DocumentException exception, HttpServletRequest request) {
        String detail = String.valueOf(exception.getMessage());
        return answer(
                switch (exception.kind()) {
                    case BROKEN ->
                        ApiException.of(ProblemKind.UNUSABLE_DOCUMENT, ApiException.Kind.BAD_REQUEST, detail);
                    case TOO_LARGE -> ApiException.of(ProblemKind.TOO_LARGE, detail);
                    case UNSUPPORTED -> ApiException.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail);
                    case UNUSABLE -> ApiException.of(ProblemKind.UNUSABLE_DOCUMENT, detail);
                    case BUSY -> ApiException.later(ProblemKind.BUSY, detail, RETRY_AFTER_SECONDS);
                },
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> running(AlreadyRunningException exception, HttpServletRequest request) {
        return answer(
                ApiException.of(ProblemKind.ALREADY_RUNNING, String.valueOf(exception.getMessage()))
                        .with("job", exception.job()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> checking(CheckRunningException exception, HttpServletRequest request) {
        return answer(ApiException.of(ProblemKind.ALREADY_RUNNING, String.valueOf(exception.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gates(RefusedException exception, HttpServletRequest request) {
        return answer(
                ApiException.of(ProblemKind.GATES_REFUSED, String.valueOf(exception.getMessage()))
                        .with("candidate_version", exception.candidate())
                        .with("gates", exception.findings()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(KeyReusedException exception, HttpServletRequest request) {
        return answer(
                ApiException.of(ProblemKind.IDEMPOTENCY_KEY_REUSED, String.valueOf(exception.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unusable(ExportException exception, HttpServletRequest request) {
        ProblemKind kind = exception.isDiskFull() ? ProblemKind.DISK_FULL : ProblemKind.UNUSABLE_EXPORT;
        return answer(ApiException.of(kind, String.valueOf(exception.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unusable(SegmentationException exception, HttpServletRequest request) {
        return answer(ApiException.of(ProblemKind.UNUSABLE_EXPORT, String.valueOf(exception.getMessage())), request);
    }

    private static ResponseEntity<ProblemDetail> answer(ApiException refusal, HttpServletRequest request) {
        return Statuses.answer(refusal, request);
    }
}
