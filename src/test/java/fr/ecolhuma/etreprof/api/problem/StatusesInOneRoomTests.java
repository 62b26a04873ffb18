package fr.ecolhuma.etreprof.api.problem;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Every exception becomes a status in {@code api.problem} and nowhere else. */
class StatusesInOneRoomTests {

    private static final String ROOM = "fr.ecolhuma.etreprof.api.problem";

    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.ecolhuma.etreprof");
    }

    private static GivenClassesConjunction elsewhere() {
        return noClasses().that().resideOutsideOfPackage(ROOM);
    }

    @Test
    void nobodyElseHandlesExceptions() {
        elsewhere().should().beMetaAnnotatedWith(ControllerAdvice.class).check(all);
        elsewhere().should().beMetaAnnotatedWith(ResponseStatus.class).check(all);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(ROOM)
                .should()
                .beAnnotatedWith(ExceptionHandler.class)
                .orShould()
                .beAnnotatedWith(ResponseStatus.class)
                .check(all);
    }

    @Test
    void nobodyElseKnowsStatuses() {
        elsewhere()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.(http\\.(HttpStatus|HttpStatusCode|ProblemDetail)"
                        + "|web\\.(ErrorResponse\\w*|server\\.ResponseStatusException"
                        + "|servlet\\.HandlerExceptionResolver))")
                .check(all);
    }

    /** The one status that is set before Spring is a 304, which is no error. */
    @Test
    void nobodyElseSetsErrors() {
        elsewhere()
                .should(ArchConditions.callMethodWhere(
                        target(owner(assignableTo(HttpServletResponse.class))).and(target(name("sendError")))))
                .check(all);
        elsewhere()
                .and()
                .doNotHaveSimpleName("CommonBodiesValve")
                .should(ArchConditions.callMethodWhere(
                        target(owner(assignableTo(HttpServletResponse.class))).and(target(name("setStatus")))))
                .check(all);
        elsewhere()
                .should(ArchConditions.callMethodWhere(target(owner(assignableTo(ResponseEntity.class)))
                        .and(target(
                                nameMatching("status|badRequest|notFound|unprocessable\\w+|internalServerError|of")))))
                .check(all);
    }
}
