package fr.ecolhuma.etreprof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.cli.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/} sets is what the service reads. */
class DeployFilesTests {

    private static final Path DEPLOY = Path.of("deploy");

    private static Map<String, ?> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(DEPLOY.resolve(file)));
    }

    /** The only container of a service or, one template deeper, of a job. */
    private static Map<?, ?> pod(Map<String, ?> description) {
        Map<?, ?> spec = (Map<?, ?>) description.get("spec");
        while (!spec.containsKey("containers")) {
            spec = (Map<?, ?>) (spec.containsKey("template") ? spec.get("template") : spec.get("spec"));
        }
        return spec;
    }

    private static Map<?, ?> container(Map<?, ?> pod) {
        List<?> containers = (List<?>) pod.get("containers");
        assertThat(containers).hasSize(1);
        return (Map<?, ?>) containers.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud-run.yaml", "cloud-run-shared.yaml", "recompute-job.yaml"})
    void everyVariableIsASetting(String file) throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yml"));
        List<?> variables = (List<?>) container(pod(yaml(file))).get("env");
        assertThat(variables).isNotEmpty().allSatisfy(variable -> {
            String name = String.valueOf(((Map<?, ?>) variable).get("name"));
            assertThat(name.equals("JAVA_TOOL_OPTIONS")
                            || name.startsWith("SPRING_")
                            || settings.contains("${" + name + ":"))
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void theJobRunsACommandThatIsThere() throws IOException {
        List<?> arguments = (List<?>) container(pod(yaml("recompute-job.yaml"))).get("args");
        StringWriter help = new StringWriter();
        String[] asked = {String.valueOf(arguments.getFirst()), "--help"};
        assertThat(Commands.run(new PrintWriter(help), new PrintWriter(help), asked))
                .isZero();
        assertThat(help.toString()).contains("Usage:").contains("--force");
        assertThat(arguments).hasSize(1);
    }

    /** What a command writes to its standard output, such as NDJSON, is all that stands there, even without a cache. */
    @Test
    void theVirtualMachineSaysNothingOfItsOwnOnStandardOutput() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "@" + DEPLOY.resolve("jvm.options"),
                        "-XX:CompilerDirectivesFile=" + DEPLOY.resolve("start-only.json"),
                        "-XX:AOTCache=missing.aot",
                        "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(java.getInputStream().readAllBytes()).asString(UTF_8).isEmpty();
        assertThat(java.waitFor()).isZero();
    }

    @Test
    void jobAndServicesShareOneFolder() throws IOException {
        Map<?, ?> job = pod(yaml("recompute-job.yaml"));
        Map<?, ?> service = pod(yaml("cloud-run-shared.yaml"));
        assertThat(job.get("volumes")).isEqualTo(service.get("volumes"));
        assertThat(container(job).get("volumeMounts"))
                .isEqualTo(container(service).get("volumeMounts"));
        for (String variable : List.of("ETREPROF_MODELS_DIR", "ETREPROF_DATA_DIR")) {
            assertThat(value(job, variable)).isEqualTo(value(service, variable)).startsWith("/shared/");
        }
    }

    private static String value(Map<?, ?> pod, String name) {
        return ((List<?>) container(pod).get("env"))
                .stream()
                        .map(variable -> (Map<?, ?>) variable)
                        .filter(variable -> name.equals(variable.get("name")))
                        .map(variable -> String.valueOf(variable.get("value")))
                        .findFirst()
                        .orElseThrow();
    }
}
