package fr.ecolhuma.etreprof.api.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.JobRequest;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A run that does not stop within a second, which no run over HTTP does on purpose. */
class JobsControllerTests {

    private final Jobs jobs = mock(Jobs.class);
    private final JobsController controller = new JobsController(jobs, mock(Erasures.class), mock(AdminRule.class));

    private void found(JobState state, boolean cancelled) {
        Job job = mock(Job.class);
        when(job.id()).thenReturn("id");
        when(job.state()).thenReturn(state);
        when(job.request()).thenReturn(new JobRequest("digest", false, "test"));
        when(job.startedAt()).thenReturn(Instant.EPOCH);
        when(jobs.find("id")).thenReturn(Optional.of(job));
        when(jobs.cancel(any())).thenReturn(cancelled);
    }

    private ResponseEntity<JobAnswer> delete() {
        return controller.cancel("id", new MockHttpServletRequest());
    }

    @Test
    void itIsAcceptedAsBeingCancelled() {
        found(new JobState.Running(Progress.Stage.THEMES, 12, true), true);
        assertThat(delete().getStatusCode().value()).isEqualTo(202);
        assertThat(delete().getBody().job().state()).isEqualTo(JobState.Code.CANCELLING);
    }

    @Test
    void oneThatHasEndedIsAnsweredWithItsEnd() {
        found(new JobState.Cancelled("cancelled by request"), true);
        assertThat(delete().getStatusCode().value()).isEqualTo(200);
        assertThat(delete().getBody().job().state()).isEqualTo(JobState.Code.CANCELLED);
    }

    @Test
    void oneThatCannotBeCancelledIsAConflict() {
        found(new JobState.Running(Progress.Stage.PUBLICATION, 12, false), false);
        assertThatThrownBy(this::delete)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.getMessage()).contains("expected one that can be cancelled"));
    }
}
