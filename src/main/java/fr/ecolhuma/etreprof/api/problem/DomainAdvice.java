package fr.ecolhuma.etreprof.api.problem;

import fr.ecolhuma.etreprof.api.request.ApiException;
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
                    case BROKEN -> ApiException.badRequest(detail);
                    case TOO_LARGE -> ApiException.tooLarge(detail);
                    case UNSUPPORTED -> ApiException.unsupported(detail);
                    case UNUSABLE -> ApiException.unusable(detail);
                    case BUSY -> ApiException.unavailable(detail, RETRY_AFTER_SECONDS);
                },
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> running(AlreadyRunningException exception, HttpServletRequest request) {
        return answer(
                ApiException.conflict(String.valueOf(exception.getMessage())).with("job", exception.job()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> checking(CheckRunningException exception, HttpServletRequest request) {
        return answer(ApiException.conflict(String.valueOf(exception.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gates(RefusedException exception, HttpServletRequest request) {
        return answer(
                ApiException.unusable(String.valueOf(exception.getMessage()))
                        .with("candidate_version", exception.candidate())
                        .with("gates", exception.findings()),
                request);
    }

    @ExceptionHandler({ExportException.class, KeyReusedException.class, SegmentationException.class})
    ResponseEntity<ProblemDetail> unusable(RuntimeException exception, HttpServletRequest request) {
        return answer(ApiException.unusable(String.valueOf(exception.getMessage())), request);
    }

    private static ResponseEntity<ProblemDetail> answer(ApiException refusal, HttpServletRequest request) {
        return Statuses.answer(refusal, request.getRequestURI());
    }
}
