package fr.ecolhuma.etreprof.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.ecolhuma.etreprof.api.Browser;
import fr.ecolhuma.etreprof.api.RunningService;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of the API in a real browser, a new one for each test, since Chromium may keep back the questions of a page that has asked before.
 * Nothing is changed before its reader has confirmed it.
 */
@Timeout(120)
class DocsInABrowserTests extends RunningService {

    private static final String RECOMPUTE = "document.querySelector('[id$=\"-recompute\"]')";

    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        Optional<Browser> found = Browser.open();
        assumeTrue(found.isPresent(), "the machine has Chromium");
        browser = found.get();
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private int runs() {
        return calls().get("/clusters/recompute/jobs").json().get("jobs").size();
    }

    private void visit(String language) throws Exception {
        browser.visit("http://localhost:" + port() + "/docs?lang=" + language);
        browser.await("document.querySelectorAll('.opblock').length > 20");
    }

    private void execute() throws Exception {
        browser.evaluate(RECOMPUTE + ".querySelector('.opblock-summary-control').click()");
        browser.await(RECOMPUTE + ".querySelector('.execute')");
        Browser.await(this::asks, "the page asks");
    }

    /** A click is lost when the page renders the call anew at that moment; two in a row would ask twice. */
    private boolean asks() throws Exception {
        browser.evaluate("void setTimeout(() => " + RECOMPUTE + ".querySelector('.execute').click())");
        for (int wait = 0; wait < 100 && browser.dialogs().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        return !browser.dialogs().isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | This call may change the live service. Send it?                 | call not sent
            fr | Cet appel peut changer le service en production. L’envoyer ?    | appel non envoyé
            """)
    void aCallThatMayChangeSomethingIsNotSentWithoutConfirmation(String language, String question, String refusal)
            throws Exception {
        int before = runs();
        visit(language);
        browser.answer(false);
        execute();
        assertThat(browser.dialogs())
                .singleElement()
                .asString()
                .startsWith("POST ")
                .contains("/clusters/recompute?dry_run=true")
                .endsWith(question);
        browser.await("document.body.innerText.includes('" + refusal + "')");
        assertThat(runs()).isEqualTo(before);
        browser.answer(true);
        browser.evaluate("void setTimeout(() => " + RECOMPUTE + ".querySelector('.execute').click())");
        // without keys the service takes no change from a page, so its refusal shows that the call was sent
        browser.await(RECOMPUTE + ".innerText.includes('call-from-page')");
        assertThat(browser.dialogs()).hasSize(2);
    }

    @Test
    void readsAreSentAtOnce() throws Exception {
        visit("en");
        String health =
                "[...document.querySelectorAll('.opblock-get')].find(one => one.innerText.includes('/clusters'))";
        browser.evaluate(health + ".querySelector('.opblock-summary-control').click()");
        browser.await(health + ".querySelector('.execute')");
        browser.evaluate(health + ".querySelector('.execute').click()");
        browser.await(health + ".innerText.includes('Balanced')");
        assertThat(browser.dialogs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 390", "fr, 390", "en, 1280"})
    void thePageFitsItsScreenAndHasNoErrors(String language, int width) throws Exception {
        browser.resize(width);
        visit(language);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(width);
        assertThat(browser.errors()).isEmpty();
    }
}
