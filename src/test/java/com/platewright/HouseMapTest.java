// SPDX-License-Identifier: Apache-2.0
package com.platewright;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The map of the house. Each row is a package, then what it may use: of ours by bare name, of others by their full one.
 * A row names only rows above it, so imports run one way.
 */
class HouseMapTest {
    private static final String ROOT = "com.platewright";

    /** What every package may use. */
    private static final List<String> GROUND = List.of("java", "org.jspecify.annotations");

    private static final Map<String, List<String>> MAP = map(
            row("shot"),
            row("files", "com.dynatrace.hash4j"),
            row("frame", "shot"),
            row("binding", "org.bytedeco.javacpp"),
            row("media", "shot"),
            row("binding.ffmpeg", "media org.bytedeco"),
            row("media.pixel", "shot frame media binding"),
            row("media.exr", "shot frame media binding"),
            row("media.colour", "shot media binding"),
            row("media.sound", "shot media binding.ffmpeg org.bytedeco"),
            row("media.movie", "shot media media.sound binding.ffmpeg org.bytedeco"),
            row("media.still", "shot media binding.ffmpeg org.bytedeco javax.imageio org.w3c.dom"),
            row("archive", "shot files org.apache.commons.compress"),
            row("journal", "files com.fasterxml.jackson"),
            row("show", "shot com.fasterxml.jackson com.networknt.schema"),
            row("provider", "shot"),
            row("provider.runware", "provider com.fasterxml.jackson okhttp3 okio"),
            row("transfer", "files okhttp3 okio com.fasterxml.jackson"),
            row("qc", "shot frame media com.fasterxml.jackson"),
            row("sandbox", "com.fasterxml.jackson com.sun.net.httpserver files"),
            row("sandbox.scene", "shot frame media media.pixel media.exr media.colour media.movie media.still sandbox"),
            row("plan", "shot files media show provider archive com.fasterxml.jackson"),
            row(
                    "pipeline",
                    "shot files frame media media.pixel media.exr media.colour media.movie media.sound media.still archive"
                            + " journal provider transfer qc plan com.fasterxml.jackson"),
            row("cli", "* picocli com.fasterxml.jackson org.slf4j"));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageIsOnTheMapAndTheMapHasNoEmptyRooms() {
        TreeSet<String> found = new TreeSet<>();
        OURS.forEach(c -> found.add(name(c)));
        assertThat(found).isNotEmpty().isSubsetOf(MAP.keySet());
    }

    @Test
    void everyPackageUsesOnlyWhatItsRowAllows() {
        for (Map.Entry<String, List<String>> row : MAP.entrySet()) {
            List<String> allowed = row.getValue();
            classes()
                    .that(describe("are in " + row.getKey(), c -> name(c).equals(row.getKey())))
                    .should()
                    .onlyDependOnClassesThat(describe("the map allows", c -> isAllowed(c, row.getKey(), allowed)))
                    .allowEmptyShould(true)
                    .check(OURS);
        }
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void nativePointersDoNotLeaveTheWall() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".binding..", ROOT + ".media..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(OURS);
    }

    @Test
    void nativeHandlesDoNotStandInPublicSignaturesOfMedia() {
        DescribedPredicate<JavaClass> handle = describe(
                "a native handle",
                c -> c.getPackageName().startsWith("org.bytedeco")
                        || c.getPackageName().startsWith(ROOT + ".binding"));
        codeUnits()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + ".media..")
                .should()
                .notHaveRawReturnType(handle)
                .andShould()
                .notHaveRawParameterTypes(
                        describe("a native handle", list -> list.stream().anyMatch(handle)))
                .check(OURS);
    }

    private static boolean isAllowed(JavaClass used, String from, List<String> allowed) {
        JavaClass base = used.getBaseComponentType();
        if (base.isPrimitive()) {
            return true;
        }
        String pack = base.getPackageName();
        if (pack.startsWith(ROOT)) {
            return name(base).equals(from) || allowed.contains("*") || allowed.contains(name(base));
        }
        return Stream.concat(GROUND.stream(), allowed.stream())
                .anyMatch(p -> pack.equals(p) || pack.startsWith(p + "."));
    }

    private static String name(JavaClass c) {
        return c.getPackageName().equals(ROOT) ? "" : c.getPackageName().substring(ROOT.length() + 1);
    }

    private static Map.Entry<String, List<String>> row(String name) {
        return Map.entry(name, List.of());
    }

    private static Map.Entry<String, List<String>> row(String name, String mayUse) {
        return Map.entry(name, List.of(mayUse.split(" ")));
    }

    @SafeVarargs
    private static Map<String, List<String>> map(Map.Entry<String, List<String>>... rows) {
        List<String> above = new ArrayList<>();
        Map<String, List<String>> map = new TreeMap<>();
        for (Map.Entry<String, List<String>> row : rows) {
            row.getValue().stream()
                    .filter(use -> use.indexOf('.') < 0
                            || use.startsWith("media.")
                            || use.startsWith("binding.")
                            || use.startsWith("provider."))
                    .filter(use ->
                            !use.equals("*") && !use.equals("okhttp3") && !use.equals("okio") && !use.equals("picocli"))
                    .forEach(use -> assertThat(above)
                            .as(row.getKey() + " looks up at " + use)
                            .contains(use));
            above.add(row.getKey());
            map.put(row.getKey(), row.getValue());
        }
        return map;
    }
}
