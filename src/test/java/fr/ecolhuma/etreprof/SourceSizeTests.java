package fr.ecolhuma.etreprof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much a stranger has to read at once: files of a room, lines of a file, lines of a method. */
class SourceSizeTests {

    private static final Path MAIN = Path.of("src/main/java");

    private static List<Path> files = List.of();
    private static final List<Integer> LINES = new ArrayList<>();
    private static final List<Integer> METHODS = new ArrayList<>();

    @BeforeAll
    static void measure() throws IOException {
        try (Stream<Path> all = Files.walk(MAIN)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
        for (Path file : files) {
            LINES.add(Files.readAllLines(file).size());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new BodyLines(unit, positions).scan(unit, null);
            }
        }
    }

    /** Adds the lines between the braces of each method. */
    private static final class BodyLines extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        private BodyLines(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                METHODS.add((int) Math.max(0, last - first - 1));
            }
            return super.visitMethod(method, unused);
        }
    }

    @Test
    void roomsAreSmall() {
        Map<Path, Long> rooms = files.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        List<Integer> among = files.stream()
                .map(file -> rooms.get(file.getParent()).intValue())
                .toList();

        assertThat(rooms)
                .allSatisfy((room, size) -> assertThat(size).as(room.toString()).isLessThanOrEqualTo(20));
        assertThat(share(among, 0.5)).isLessThanOrEqualTo(15);
    }

    @Test
    void filesAreShort() throws IOException {
        assertThat(share(LINES, 0.5)).isLessThanOrEqualTo(65);
        assertThat(share(LINES, 0.9)).isLessThanOrEqualTo(140);
        for (int i = 0; i < files.size(); i++) {
            assertThat(LINES.get(i)).as(files.get(i).toString()).isLessThanOrEqualTo(280);
        }
    }

    @Test
    void methodsAreShort() {
        assertThat(METHODS).hasSizeGreaterThan(files.size());
        assertThat(share(METHODS, 0.5)).isLessThanOrEqualTo(6);
        assertThat(share(METHODS, 0.9)).isLessThanOrEqualTo(15);
    }

    /** The value that this share of all values does not exceed. */
    private static int share(Collection<Integer> values, double share) {
        List<Integer> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
