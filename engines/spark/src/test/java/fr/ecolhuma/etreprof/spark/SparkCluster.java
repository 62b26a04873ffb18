package fr.ecolhuma.etreprof.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A master and its workers on this machine, each a process of its own, as on a cluster. */
final class SparkCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HOST = "127.0.0.1";

    private final Path home;
    private final Path work;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private int workers;

    private SparkCluster(Path home, Path work, int port) {
        this.home = home;
        this.work = work;
        this.port = port;
    }

    /**
     * Starts a master.
     *
     * @param home a folder with Spark's jars
     * @param work a folder for what its processes write
     */
    static SparkCluster start(Path home, Path work) throws IOException {
        SparkCluster cluster = new SparkCluster(home, Files.createDirectories(work), freePort());
        cluster.processes.add(cluster.process("master", "org.apache.spark.deploy.master.Master", "--host", HOST,
                "--port", String.valueOf(cluster.port), "--webui-port", "0"));
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String address() {
        return "spark://" + HOST + ":" + port;
    }

    /** A worker of one core. */
    Worker addWorker() throws IOException {
        String name = "worker-" + ++workers;
        Path folder = work.resolve(name);
        Process process = process(name, "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1",
                "--memory", "1200m", "--webui-port", "0", "--work-dir", folder.toString(), address());
        processes.add(process);
        return new Worker(process, folder);
    }

    /** A worker and the folder in which its executors log. */
    record Worker(Process process, Path folder) {

        /** Waits until an executor of it works on a task. */
        void awaitTask() throws IOException, InterruptedException {
            await("a task on a worker", () -> logs().anyMatch(log -> contains(log, "Running task")));
        }

        /** Stops it and its executors in the middle of whatever they do. */
        void kill() throws InterruptedException {
            List<ProcessHandle> executors = process.descendants().toList();
            process.destroyForcibly();
            executors.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }

        private Stream<Path> logs() throws IOException {
            if (!Files.isDirectory(folder)) {
                return Stream.of();
            }
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(path -> path.endsWith("stderr")).toList().stream();
            }
        }

        private static boolean contains(Path log, String text) {
            try {
                return Files.readString(log).contains(text);
            } catch (IOException _) {
                return false;
            }
        }
    }

    /** A job that was submitted. */
    record Job(Process process, Path log) {

        /** Waits for its end; its exit code. */
        int await() throws InterruptedException {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the job did not end in 10 minutes");
            }
            return process.exitValue();
        }

        /** What it has printed and logged. */
        String output() throws IOException {
            return Files.readString(log);
        }
    }

    /** Submits the job's jar with its arguments. */
    Job submit(String name, Path jar, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", address(),
                "--conf", "spark.driver.host=" + HOST, "--conf", "spark.driver.bindAddress=" + HOST,
                "--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=1g",
                "--conf", "spark.sql.shuffle.partitions=8", "--class", CountJob.class.getName(), jar.toString()));
        command.addAll(arguments);
        Process process = process(name, command.toArray(String[]::new));
        processes.add(process);
        return new Job(process, log(name));
    }

    private Path log(String name) {
        return work.resolve(name + ".log");
    }

    private Process process(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dspark.master.rest.enabled=false",
                "-cp",
                home.resolve("jars") + "/*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        // a folder of jars alone does not say it
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.start();
    }

    private interface Condition {

        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("found no %s in %s".formatted(what, PATIENCE));
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
