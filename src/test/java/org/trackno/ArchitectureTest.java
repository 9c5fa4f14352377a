package org.trackno;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The borders between packages, as docs/architecture.md draws them. */
class ArchitectureTest {
    private static final JavaClasses TRACKNO = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.trackno");

    private static final String[] HTTP = {
        "java.net.http..", "io.vertx..", "jakarta.ws.rs..", "org.eclipse.microprofile.rest..", "okhttp3.."
    };

    static final ArchRule MODEL_IS_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.trackno.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.trackno.model..", "java..", "org.jspecify.annotations..");

    static final ArchRule NUMBER_KNOWS_JDK_AND_MODEL = classes()
            .that()
            .resideInAPackage("org.trackno.number..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.trackno.number..", "org.trackno.model..", "java..", "org.jspecify.annotations..");

    static final ArchRule GEOGRAPHY_IS_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.trackno.geography..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.trackno.geography..", "java..", "org.jspecify.annotations..");

    static final ArchRule CARRIERS_KNOW_NO_HTTP_MUTINY_OR_JPA = noClasses()
            .that()
            .resideInAPackage("org.trackno.carrier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "io.vertx..",
                    "jakarta.ws.rs..",
                    "io.smallrye.mutiny..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "jakarta.enterprise..");

    static final ArchRule HTTP_CLIENTS_LIVE_IN_THE_GATEWAY = noClasses()
            .that()
            .resideOutsideOfPackages("org.trackno.gateway..", "org.trackno.webhook..", "org.trackno.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..")
                    .or(nameMatching("io\\.vertx\\.core\\.http\\.HttpClient.*")));

    static final ArchRule DOMAIN_KNOWS_NO_WEB = noClasses()
            .that()
            .resideInAnyPackage("org.trackno.tracking..", "org.trackno.store..", "org.trackno.support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP[2], HTTP[0]);

    static final ArchRule ENTITIES_STAY_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.trackno.store..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    static final ArchRule STORE_AND_GATEWAY_DO_NOT_LOOK_UP = noClasses()
            .that()
            .resideInAnyPackage("org.trackno.store..", "org.trackno.gateway..", "org.trackno.carrier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trackno.tracking..", "org.trackno.api..", "org.trackno.cli..");

    /** With the next two: no carrier, and nobody else, is called while a transaction is open. */
    static final ArchRule TRANSACTIONS_LIVE_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.trackno.store..")
            .should()
            .callMethodWhere(beginsATransaction())
            .orShould()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.transaction..", "io.quarkus.hibernate.reactive.panache.common.."));

    static final ArchRule THE_STORE_CALLS_NOBODY = noClasses()
            .that()
            .resideInAPackage("org.trackno.store..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.trackno.gateway..", "io.vertx.core.http..", "io.vertx.ext.web..")
                            .or(nameMatching("java\\.net\\.(URLConnection|HttpURLConnection|Socket)")));

    static final ArchRule THE_STORE_IS_GIVEN_NO_WORK_OF_OTHERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.trackno.store..")
            .and()
            .areNotPrivate()
            .and()
            .areNotPackagePrivate()
            .should(takeWorkThatIsDoneLater());

    static final ArchRule PAGES_AND_INTERFACE_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("org.trackno.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trackno.api..", "org.trackno.cli..");

    static final ArchRule TRACKING_KNOWS_NO_FRONT_END = noClasses()
            .that()
            .resideInAPackage("org.trackno.tracking..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trackno.api..", "org.trackno.web..", "org.trackno.cli..");

    static final ArchRule THE_CLOCK_AND_CHANCE_COME_FROM_SUPPORT = noClasses()
            .that()
            .resideOutsideOfPackage("org.trackno.support..")
            .should()
            .callMethodWhere(asksTheSystem());

    static final ArchRule NO_CYCLES =
            slices().matching("org.trackno.(*)..").should().beFreeOfCycles();

    static final ArchRule NO_GRAB_BAGS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    static final ArchRule REACTIVE_CODE_DOES_NOT_BLOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.trackno.tracking..",
                    "org.trackno.store..",
                    "org.trackno.gateway..",
                    "org.trackno.api..",
                    "org.trackno.web..")
            .should()
            .callMethodWhere(blocks());

    /** Run by JUnit itself: ArchUnit's own engine finds no tests under the JUnit that Quarkus brings, and says nothing. */
    @TestFactory
    Stream<DynamicTest> bordersHold() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(TRACKNO)));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheSystem() {
        Set<String> clocks = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");
        return DescribedPredicate.describe("ask the system for time or chance", call -> {
            String owner = call.getTargetOwner().getName();
            boolean time = (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                    && clocks.contains(call.getName())
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return time
                    || owner.equals(ThreadLocalRandom.class.getName())
                    || owner.equals("java.util.Random")
                    || (owner.equals("java.lang.Math") && call.getName().equals("random"));
        });
    }

    private static DescribedPredicate<JavaCall<?>> beginsATransaction() {
        Set<String> ways = Set.of(
                "withTransaction",
                "withStatelessTransaction",
                "withSession",
                "withStatelessSession",
                "openSession",
                "begin");
        return DescribedPredicate.describe("begin a transaction", call -> {
            String owner = call.getTargetOwner().getName();
            return (owner.startsWith("org.hibernate.reactive.") || owner.contains(".sqlclient."))
                    && ways.contains(call.getName());
        });
    }

    private static ArchCondition<JavaMethod> takeWorkThatIsDoneLater() {
        return new ArchCondition<>("take a Uni or Multi, or what makes one") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takes = method.getParameterTypes().stream()
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .anyMatch(type -> type.getName().matches("io\\.smallrye\\.mutiny\\.(Uni|Multi)"));
                events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> blocks() {
        return DescribedPredicate.describe("block a thread", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            return (owner.startsWith("io.smallrye.mutiny.") && name.startsWith("await"))
                    || (owner.equals("java.lang.Thread") && name.equals("sleep"))
                    || (owner.equals("java.util.concurrent.CompletableFuture")
                            && (name.equals("get") || name.equals("join")));
        });
    }
}
