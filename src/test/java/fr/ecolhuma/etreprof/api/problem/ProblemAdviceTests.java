package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTests {

    @Test
    void anUnforeseenFailureIsNotTold() {
        Exception failure = new IllegalStateException("/srv/secret: fr.ecolhuma.Something broke");
        ResponseEntity<ProblemDetail> answer =
                new ProblemAdvice().unforeseen(failure, new MockHttpServletRequest("GET", "/clusters"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        ProblemDetail body = answer.getBody();
        assertThat(body.getDetail())
                .isEqualTo("the service failed on this request; try again, and tell the operator if it fails again");
        assertThat(body.getProperties())
                .isEqualTo(Map.of("code", "failed", "success", false, "error", body.getDetail()));
        assertThat(body.getInstance()).hasToString("/clusters");
        assertThat(body.toString()).doesNotContain("secret", "Something");
    }

    @ParameterizedTest
    @CsvSource({"/user/%22/profile, /user/%22/profile", "//, /", "/a b, /", "/%zz, /"})
    void anAddressThatIsNoUriIsNotTold(String path, String instance) {
        assertThat(Problems.of(
                                HttpStatus.NOT_FOUND,
                                ProblemSentence.of(HttpStatus.NOT_FOUND),
                                path,
                                Map.of(),
                                AnswerLanguage.ENGLISH)
                        .getInstance())
                .hasToString(instance);
    }

    @Test
    void anExceptionsMembersAndHeadersAreKept() {
        ApiException exception =
                ApiException.later(ProblemKind.BUSY, "later", 30).with("more", 1);
        ResponseEntity<ProblemDetail> answer =
                new ProblemAdvice().own(exception, new MockHttpServletRequest("GET", "/clusters"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(answer.getBody().getProperties()).containsEntry("more", 1).containsEntry("error", "later");
    }

    @Test
    void aFullDiskIsToldInFrench() {
        MockHttpServletRequest request = new MockHttpServletRequest("DELETE", "/user/1");
        request.addHeader("Accept-Language", "fr-FR,fr;q=0.9");
        ResponseEntity<ProblemDetail> answer =
                new ProblemAdvice().own(ApiException.of(ProblemKind.DISK_FULL, "no space"), request);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
        assertThat(answer.getHeaders().getFirst("Content-Language")).isEqualTo("fr");
        ProblemDetail body = answer.getBody();
        assertThat(body.getType()).hasToString("/docs/problems/disk-full");
        assertThat(body.getTitle()).isEqualTo("Disque plein");
        assertThat(body.getDetail())
                .isEqualTo(
                        "Un disque du service est plein, et rien ne peut donc être gardé ; ce qui était en service le reste. L'exploitant libère de la place là où sont ETREPROF_MODELS_DIR et ETREPROF_DATA_DIR, ou sur le disque temporaire ; renvoyez ensuite la requête.");
        assertThat(body.getProperties())
                .containsEntry("detail_en", "no space")
                .containsEntry("error", body.getDetail());
    }

    @Test
    void anAnswerThatHasBegunIsNotFollowedByAnError() {
        MockHttpServletResponse begun = new MockHttpServletResponse();
        begun.setCommitted(true);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/classify/batch");
        assertThat(new ProblemErrorController().error(request, begun)).isNull();
        assertThat(new ProblemErrorController().error(request, new MockHttpServletResponse()))
                .isNotNull();
    }

    @Test
    void readOnlyHeadersAreKept() throws Exception {
        ResponseStatusException refusal = new ResponseStatusException(HttpStatus.CONFLICT) {
            @Override
            public HttpHeaders getHeaders() {
                HttpHeaders headers = new HttpHeaders();
                headers.set("Retry-After", "5");
                return HttpHeaders.readOnlyHttpHeaders(headers);
            }
        };
        ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest("GET", "/clusters"));
        ResponseEntity<Object> answer = new ProblemAdvice().handleException(refusal, request);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }
}
