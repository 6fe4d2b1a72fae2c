package pokemon;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.stream.Stream;
import pokemon.child.ChildMain;
import pokemon.cli.log.LogOutput;

@AnalyzeClasses(packages = "pokemon", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    /** From the top to the bottom. */
    private static final List<String> PACKAGES = List.of(
            "cli",
            "experiment",
            "timeline",
            "gallery",
            "source",
            "report",
            "schedule",
            "child",
            "download",
            "directory",
            "png");

    private static final List<String> EXPERIMENTS = List.of("speed", "load", "compare", "race");

    private static final DescribedPredicate<JavaClass> UTIL = describe(
            "named util, helper, manager or impl",
            type -> type.getName().matches("(?i).*[.](utils?|helpers?|managers?|impl)[.].*")
                    || type.getSimpleName().matches(".*(Utils?|Helpers?|Managers?|Impl)"));

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("pokemon.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SUB_PACKAGE_CYCLES =
            slices().matching("pokemon.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule IMPORTS_POINT_DOWN = layers();

    @ArchTest
    static final ArchRule EXPERIMENTS_STAND_ALONE_ON_SHARED_PARTS = experimentLayers();

    @ArchTest
    static final ArchRule STATISTICS_KNOW_NUMBERS_ONLY =
            knowsOnly("pokemon.experiment.statistics", "org.apache.commons.statistics..");

    @ArchTest
    static final ArchRule A_CHILD_OF_A_COMPARISON_LOADS_LITTLE = noClasses()
            .that()
            .resideInAPackage("pokemon.experiment.compare.work")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("pokemon.schedule..", "pokemon.mirror..", "com.fasterxml..", "org.knowm..", "picocli..")
            .because("what such a child takes to start is measured");

    @ArchTest
    static final ArchRule NOTHING_USES_MAIN = onlyUsedIn("pokemon", "pokemon");

    @ArchTest
    static final ArchRule PNG_KNOWS_THE_JDK_ONLY = knowsOnly(
            "pokemon.png..", "javax.imageio..", "com.twelvemonkeys.imageio.plugins..", "com.luciad.imageio.webp..");

    @ArchTest
    static final ArchRule CHECKING_DOES_NOT_CONVERT = noDependency("pokemon.png", "pokemon.png.convert")
            .because("a plain PNG is checked and written without ImageIO");

    @ArchTest
    static final ArchRule PIXELS_AND_CHUNKS_BELONG_TO_PNG =
            belongsTo("pokemon.png.pixel", "pokemon.png..").because("PngFile is what others see of them");

    @ArchTest
    static final ArchRule CHUNKS_KNOW_NOTHING_ABOVE =
            noDependency("pokemon.png.chunk", "pokemon.png", "pokemon.png.pixel", "pokemon.png.convert");

    @ArchTest
    static final ArchRule ADDRESSES_BELONG_TO_THE_DOWNLOAD =
            belongsTo("pokemon.download.address", "pokemon.download..");

    @ArchTest
    static final ArchRule ADDRESSES_KNOW_NO_CONNECTIONS =
            noDependency("pokemon.download.address", "pokemon.download.connect", "pokemon.download.http");

    @ArchTest
    static final ArchRule SETTINGS_AND_RESULTS_DO_NOT_SCHEDULE =
            noDependency("pokemon.schedule.run", "pokemon.schedule");

    @ArchTest
    static final ArchRule THE_MIRROR_KNOWS_THE_JDK_ONLY = knowsOnly("pokemon.mirror..", "javax.imageio..")
            .because("it stands for a foreign server, and shared code would hide a shared mistake");

    @ArchTest
    static final ArchRule THE_MIRROR_IS_STARTED_BY_COMMANDS_ONLY = belongsTo(
            "pokemon.mirror..",
            "pokemon.cli..",
            "pokemon.source",
            "pokemon.experiment.measure",
            "pokemon.experiment.compare");

    @ArchTest
    static final ArchRule COMMANDS_ARE_CALLED_BY_THE_ENTRY_ONLY = classes()
            .that()
            .resideInAnyPackage("pokemon.cli.command", "pokemon.cli.experiment")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("pokemon.cli", "pokemon.cli.command", "pokemon.cli.experiment");

    @ArchTest
    static final ArchRule PROGRESS_KNOWS_NO_OPTIONS =
            noDependency("pokemon.cli.progress", "pokemon.cli.option", "pokemon.cli.command");

    @ArchTest
    static final ArchRule THE_ADAPTIVE_NUMBER_KNOWS_THE_JDK_ONLY =
            knowsOnly("pokemon.schedule.adaptive", "com.sun.management");

    @ArchTest
    static final ArchRule REQUESTS_BELONG_TO_THE_DOWNLOAD = belongsTo("pokemon.download.http", "pokemon.download..");

    @ArchTest
    static final ArchRule CONNECTING_DOES_NOT_REQUEST =
            noDependency("pokemon.download.connect", "pokemon.download.http");

    @ArchTest
    static final ArchRule IMAGES_OF_THE_MIRROR_ARE_MADE_WITHOUT_A_SERVER = knowsOnly("pokemon.mirror.image");

    @ArchTest
    static final ArchRule CONNECTIONS_BELONG_TO_THE_MIRROR = belongsTo("pokemon.mirror.http", "pokemon.mirror..");

    @ArchTest
    static final ArchRule THE_GALLERY_KNOWS_DIRECTORIES_AND_IMAGES_ONLY =
            knowsOnly("pokemon.gallery", "pokemon.directory", "pokemon.png..");

    @ArchTest
    static final ArchRule THE_GALLERY_IS_ASKED_FOR_BY_A_COMMAND_ONLY =
            belongsTo("pokemon.gallery", "pokemon.cli..").because("a download leaves images and nothing else");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_USES_PICOCLI = onlyUsedIn("picocli..", "pokemon", "pokemon.cli..");

    @ArchTest
    static final ArchRule ONLY_REPORTS_USE_JACKSON =
            onlyUsedIn("com.fasterxml..", "pokemon.report", "pokemon.experiment.report");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_DRAWS_BARS = onlyUsedIn("me.tongfei..", "pokemon.cli..");

    @ArchTest
    static final ArchRule A_CHILD_LOADS_NO_LIBRARY = noClasses()
            .that()
            .resideInAPackage("pokemon.child")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("picocli..", "com.fasterxml..", "me.tongfei..", "org.slf4j..")
            .because("a child JVM must start fast");

    @ArchTest
    static final ArchRule ONLY_MAIN_EXITS = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .because("everything else can run in a JVM that goes on, such as that of the tests");

    @ArchTest
    static final ArchRule ONLY_MAIN_USES_STANDARD_OUTPUT =
            noClasses().that().doNotBelongToAnyOf(Main.class).should().accessField(System.class, "out");

    @ArchTest
    static final ArchRule ONLY_MAIN_USES_STANDARD_ERROR = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class, ChildMain.class, LogOutput.class)
            .should()
            .accessField(System.class, "err")
            .because("the others get their writers from Main, and a child leads its System.out to System.err");

    @ArchTest
    static void aChildTouchesStandardErrorOnceToLeadStandardOutputThere(JavaClasses types) {
        List<JavaFieldAccess> accesses = types.get(ChildMain.class).getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTarget().getFullName().equals("java.lang.System.err"))
                .toList();
        assertEquals(1, accesses.size(), accesses::toString);
        JavaFieldAccess access = accesses.get(0);
        assertEquals(
                1,
                access.getOrigin().getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getFullName().startsWith("java.lang.System.setOut("))
                        .filter(call -> call.getLineNumber() == access.getLineNumber())
                        .count());
    }

    @ArchTest
    static final ArchRule NOTHING_LOGS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("pokemon.experiment.compare.work.SerialRun")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("logging is nothing but a cost to be measured here");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses().should(ArchConditions.be(UTIL));

    @ArchTest
    static final ArchRule NOTHING_USES_HTTP_URL_CONNECTION = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpURLConnection.class)
            .because("it takes a body that is shorter than announced for a whole one");

    /** Of our packages, these ones only use another. */
    private static ArchRule onlyUsedIn(String used, String... users) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(used);
    }

    /** The package is used by itself and its owners only. */
    private static ArchRule belongsTo(String owned, String... owners) {
        String[] users = with(owners, owned);
        return classes()
                .that()
                .resideInAPackage(owned)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(users);
    }

    /** The package uses itself, the JDK and the others only. */
    private static ArchRule knowsOnly(String user, String... others) {
        String[] used = with(with(others, user), "java..");
        return classes()
                .that()
                .resideInAPackage(user)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(used);
    }

    private static ArchRule noDependency(String user, String... used) {
        return noClasses()
                .that()
                .resideInAPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used);
    }

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : PACKAGES) {
            layers = layers.layer(name).definedBy("pokemon." + name + "..");
        }
        layers = layers.whereLayer("cli").mayNotBeAccessedByAnyLayer();
        for (int i = 1; i < PACKAGES.size(); i++) {
            String[] above = PACKAGES.subList(0, i).toArray(String[]::new);
            layers = layers.whereLayer(PACKAGES.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        return layers;
    }

    /** The experiments side by side, then what the command line sees of them, then the parts that they share. */
    private static LayeredArchitecture experimentLayers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : EXPERIMENTS) {
            layers = layers.layer(name)
                    .definedBy("pokemon.experiment." + name + "..")
                    .whereLayer(name)
                    .mayNotBeAccessedByAnyLayer();
        }
        layers = layers.layer("experiment").definedBy("pokemon.experiment");
        for (String name : List.of("report", "table", "measure", "plan", "chart", "statistics")) {
            layers = layers.layer(name).definedBy("pokemon.experiment." + name);
        }
        layers = shared(layers, "experiment");
        layers = shared(layers, "report", "experiment");
        layers = shared(layers, "table", "report");
        layers = shared(layers, "measure", "table");
        layers = shared(layers, "plan", "experiment", "measure");
        layers = shared(layers, "chart", "report");
        return shared(layers, "statistics", "report", "chart", "table");
    }

    /** Lets a layer be used by all experiments and by some other layers. */
    private static LayeredArchitecture shared(LayeredArchitecture layers, String name, String... others) {
        String[] users = Stream.concat(EXPERIMENTS.stream(), Stream.of(others)).toArray(String[]::new);
        return layers.whereLayer(name).mayOnlyBeAccessedByLayers(users);
    }

    private static String[] with(String[] names, String another) {
        return Stream.concat(Stream.of(names), Stream.of(another)).toArray(String[]::new);
    }
}
