package fr.ecolhuma.etreprof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries between modules, and the habits of the code. */
class ArchitectureTests {

    private static final String ROOT = MainClasses.ROOT;

    /** Whose types are there to be named by everybody. */
    private static final Set<String> SHARED = Set.of("csv", "domain", "tables");

    private static final JavaClasses ALL = MainClasses.all();

    @Test
    void modulesSeeOnlyWhatTheyDeclare() {
        ApplicationModules.of(EtreprofApplication.class).verify();
    }

    @Test
    void onlyTheEngineTheDatabasesAndTheFeaturesKnowSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".ingestion.engine..",
                        ROOT + ".ingestion.database..",
                        ROOT + ".features.bigquery..",
                        ROOT + ".features.count..",
                        ROOT + ".features.duckdb..",
                        ROOT + ".features.folder..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb..")
                .check(ALL);
    }

    /** No driver is loaded before an address of its kind is read. */
    @Test
    void onlyTheDatabasesKnowTheirDrivers() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ingestion.database..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postgresql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .check(ALL);
    }

    @Test
    void onlySegmentationKnowsSmile() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".segmentation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("smile..")
                .check(ALL);
    }

    @Test
    void learningPackagesAreFreeOfSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".domain..",
                        ROOT + ".tables..",
                        ROOT + ".ingestion..",
                        ROOT + ".features..",
                        ROOT + ".segmentation..",
                        ROOT + ".classification..",
                        ROOT + ".recommendation..",
                        ROOT + ".snapshot..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(ALL);
    }

    @Test
    void controllersAreNotPublic() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(ALL);
    }

    @Test
    void onlyTheSnapshotAndTheSingleFlightGuardAreSwapped() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CurrentSnapshot")
                .and()
                .doNotHaveSimpleName("RunService")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.atomic.AtomicReference")
                .check(ALL);
    }

    @Test
    void codingHabitsHold() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(ALL);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ALL);
        noClasses()
                .that()
                .doNotHaveSimpleName("EtreprofApplication")
                .should(ACCESS_STANDARD_STREAMS)
                .check(ALL);
    }

    /** A nested type may share its name with other nested types: it is read behind its outer type's name. */
    @Test
    void noSimpleNameIsGivenTwice() {
        Map<String, List<String>> topLevel = ALL.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(topLevel).hasSizeGreaterThan(500);
        assertThat(topLevel.values().stream().filter(names -> names.size() > 1)).isEmpty();
        assertThat(ALL.stream().filter(type -> type.isMemberClass() && topLevel.containsKey(type.getSimpleName())))
                .as("nested types named like a type of its own file")
                .isEmpty();
    }

    /** Spring keeps the classes of one annotation in no order, and each build would have other bytes. */
    @Test
    void anAnnotationNamesOneClassOfSettings() {
        List<JavaClass> named = ALL.stream()
                .filter(type -> type.isAnnotatedWith(EnableConfigurationProperties.class))
                .toList();
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named)
                .allSatisfy(type -> assertThat(type.getAnnotationOfType(EnableConfigurationProperties.class)
                                .value())
                        .hasSize(1));
    }

    /** Rooms make types public for Java; what a module shows is what other modules name. */
    @Test
    void atMostThirtyPercentOfTheTypesAreNamedByAnotherModule() {
        List<JavaClass> types = ALL.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !SHARED.contains(moduleOf(type)))
                .toList();
        List<JavaClass> named = types.stream()
                .filter(type -> type.getDirectDependenciesToSelf().stream()
                        .map(dependency -> moduleOf(dependency.getOriginClass()))
                        .anyMatch(module -> !module.isEmpty() && !module.equals(moduleOf(type))))
                .toList();
        assertThat(named.size()).as("named of %d types", types.size()).isLessThanOrEqualTo(types.size() * 3 / 10);
    }

    /** The first package below the root; empty for what lies in the root itself. */
    private static String moduleOf(JavaClass type) {
        String inner = type.getPackageName().substring(ROOT.length());
        return inner.isEmpty() ? "" : inner.substring(1).split("\\.")[0];
    }
}
