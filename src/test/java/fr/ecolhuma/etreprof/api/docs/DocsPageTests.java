package fr.ecolhuma.etreprof.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.DemoService;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the API, its two languages, its files, and the addresses that lead to it. */
class DocsPageTests extends DemoService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /docs         |                                | en
            /docs         | fr                             | fr
            /docs         | fr-CA,fr;q=0.9,en;q=0.8        | fr
            /docs         | en-GB,en;q=0.9,fr;q=0.8        | en
            /docs         | de                             | en
            /docs         | ;;;q=x                         | en
            /docs?lang=fr | en                             | fr
            /docs?lang=en | fr                             | en
            """)
    void thePageIsInTheLanguageOfItsReader(String path, String accepted, String language) {
        Calls.Answer page = accepted == null ? calls().get(path) : calls().get(path, "Accept-Language", accepted);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-language")).isEqualTo(language);
        assertThat(page.header("vary")).containsIgnoringCase("Accept-Language");
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", "?lang=" + (language.equals("fr") ? "en" : "fr"));
    }

    @Test
    void anotherLanguageIsRefused() {
        assertThat(Calls.problem(calls().get("/docs?lang=de"), 400)
                        .get("detail")
                        .stringValue())
                .isEqualTo("lang: found 'de', expected en or fr");
    }

    @Test
    void bothLanguagesSayHowToGetAKey() {
        for (String language : List.of("en", "fr")) {
            assertThat(calls().get("/docs?lang=" + language).body())
                    .as(language)
                    .contains("ETREPROF_KEYS", "Authorization: Bearer", "POST /user/{user_id}/token", "dry_run");
        }
    }

    /** The Content-Security-Policy allows scripts from this service alone, none within the page. */
    @Test
    void everyFileOfThePageIsServedAndNoScriptIsInline() {
        String page = calls().get("/docs").body();
        Matcher files = Pattern.compile("(?:src|href)=\"([^\"?#]+)\"").matcher(page);
        int found = 0;
        while (files.find()) {
            found++;
            assertThat(calls().get("/" + files.group(1)).status())
                    .as(files.group(1))
                    .isEqualTo(200);
        }
        assertThat(found).isEqualTo(7);
        assertThat(Pattern.compile("<script(?! src=)|\\son[a-z]+=")
                        .matcher(page)
                        .find())
                .isFalse();
        Calls.problem(calls().get("/docs/application.yml"), 404);
        Calls.problem(calls().get("/docs/page.en.html"), 404);
    }

    @Test
    void otherAddressesHaveThePage() {
        String page = calls().get("/docs").body();
        assertThat(calls().get("/redoc").body()).isEqualTo(page);
        assertThat(calls().get("/docs/").body())
                .as("its files are beside the folder")
                .isEqualTo(page.replace("<head>", "<head><base href=\"../\">"));
    }

    @Test
    void theIconIsAnImage() {
        Calls.Answer icon = calls().get("/favicon.ico");
        assertThat(icon.header("content-type")).isEqualTo("image/svg+xml");
        assertThat(icon.body()).startsWith("<svg ");
    }
}
