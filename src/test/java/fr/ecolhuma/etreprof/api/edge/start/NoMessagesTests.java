package fr.ecolhuma.etreprof.api.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class NoMessagesTests {

    private final MessageSource messages = new NoMessages();

    @Test
    void aTextIsItsDefault() {
        assertThat(messages.getMessage("code", null, "text", Locale.FRENCH)).isEqualTo("text");
        assertThat(messages.getMessage("code", null, null, Locale.FRENCH)).isNull();
        assertThat(messages.getMessage(
                        new DefaultMessageSourceResolvable(new String[] {"code"}, "text"), Locale.FRENCH))
                .isEqualTo("text");
    }

    @Test
    void withoutADefaultThereIsNone() {
        assertThatThrownBy(() -> messages.getMessage("code", null, Locale.FRENCH))
                .isInstanceOf(NoSuchMessageException.class)
                .hasMessageContaining("code");
        assertThatThrownBy(() -> messages.getMessage(new DefaultMessageSourceResolvable("code"), Locale.FRENCH))
                .isInstanceOf(NoSuchMessageException.class)
                .hasMessageContaining("code");
    }
}
