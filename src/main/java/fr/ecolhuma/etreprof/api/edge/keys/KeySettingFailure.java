package fr.ecolhuma.etreprof.api.edge.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a start that such a setting stops in one line, in place of a stack trace. */
final class KeySettingFailure extends AbstractFailureAnalyzer<KeySettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, KeySettingException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the setting and start again.", cause);
    }
}
