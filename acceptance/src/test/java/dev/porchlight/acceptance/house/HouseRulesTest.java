package dev.porchlight.acceptance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is not allowed in this house. A failure's "because" says what the rule is good for. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.porchlight");

    private static final DescribedPredicate<JavaClass> WIRING = DescribedPredicate.describe(
            "is in the server's own package, the wiring",
            type -> type.getPackageName().equals("dev.porchlight.server"));

    private static final DescribedPredicate<JavaClass> MAIN =
            DescribedPredicate.describe("is main", type -> type.getName().equals("dev.porchlight.cli.Main"));

    private static final DescribedPredicate<JavaClass> SOCKETS = DescribedPredicate.describe(
            "waits for sockets and processes, which know no other time",
            type -> List.of("dev.porchlight.store.valkey.line", "dev.porchlight.testkit.valkey")
                    .contains(type.getPackageName()));

    private static final DescribedPredicate<JavaClass> MACHINE_TIME = DescribedPredicate.describe(
            "is the client's clock", type -> type.getName().equals("dev.porchlight.client.time.MachineTime"));

    /** It measures, and opens what it measures. */
    private static final DescribedPredicate<JavaClass> BENCH = DescribedPredicate.describe(
            "is the bench", type -> type.getPackageName().startsWith("dev.porchlight.bench"));

    @ParameterizedTest
    @FieldSource("dev.porchlight.acceptance.house.Room#ALL")
    void aModuleSeesOnlyWhatItsDoorOpensTo(Room room) {
        room.rule().check(HOUSE);
    }

    @Test
    void coreIsPure() {
        classes()
                .that()
                .resideInAPackage("dev.porchlight.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.porchlight.core..",
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.math",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .because("a rule that touches no file, network or thread can be tested with nothing but values")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.porchlight.core..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(System.class, Thread.class, Runtime.class, Process.class, ProcessBuilder.class)
                .because("a rule has no effects and asks nothing of the machine")
                .check(HOUSE);
    }

    @Test
    void coreAndEngineAreHandedTheirTimeAndTheirDice() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.porchlight.core..", "dev.porchlight.engine..")
                .should()
                .accessTargetWhere(Outside.clock().or(Outside.dice()))
                .because("the simulated world replays a failure from its seed, which works only if it owns time and"
                        + " chance: take an Instant, an InstantSource or a RandomGenerator as a parameter")
                .check(HOUSE);
    }

    @Test
    void theEngineOpensNoFileAndNoConnection() {
        noClasses()
                .that()
                .resideInAPackage("dev.porchlight.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..", "javax..")
                .because("storage and HTTP are ports: whatever opens something belongs to a store or to the server")
                .check(HOUSE);
    }

    @Test
    void oneStoreDoesNotKnowAnother() {
        slices().matching("dev.porchlight.store.(*)..")
                .should()
                .notDependOnEachOther()
                .because("each store passes the same contract by itself; what two of them share belongs to the engine")
                .check(HOUSE);
    }

    @Test
    void onlyTheWiringConstructsAStore() {
        noClasses()
                .that(DescribedPredicate.not(WIRING.or(BENCH)))
                .and()
                .resideOutsideOfPackage("dev.porchlight.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.porchlight.store..")
                .because("whoever knows a store by name cannot run on another: take a port, and let the wiring choose")
                .check(HOUSE);
    }

    @Test
    void onlyTheWiringMainAndTheClientsOwnClockReadTheClock() {
        noClasses()
                .that(DescribedPredicate.not(
                        WIRING.or(MAIN).or(MACHINE_TIME).or(BENCH).or(SOCKETS)))
                .should()
                .accessTargetWhere(Outside.clock())
                .because(
                        "time that is read in the dark makes tests sleep: take an InstantSource, which a test can move")
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().matching("dev.porchlight.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be read, tested and changed together")
                .check(HOUSE);
    }
}
