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

    private static final Map<String, List<String>> MAP = map(List.of(
            row("shot"),
            row("money"),
            row("crew"),
            row("files", "com.dynatrace.hash4j com.fasterxml.jackson"),
            row("frame", "shot"),
            row("binding", "org.bytedeco.javacpp"),
            row("media", "shot"),
            row("binding.ffmpeg", "media org.bytedeco"),
            row("media.pixel", "shot frame media binding org.bytedeco.javacpp com.dynatrace.hash4j"),
            row("media.exr", "shot frame media binding org.bytedeco.javacpp"),
            row("media.colour", "shot media binding org.bytedeco.javacpp"),
            row("media.sound", "shot media binding.ffmpeg org.bytedeco"),
            row("media.movie", "shot media media.sound binding.ffmpeg org.bytedeco"),
            row("media.still", "shot media binding.ffmpeg org.bytedeco javax.imageio org.w3c.dom"),
            row(
                    "pass",
                    "shot crew files frame media media.pixel media.exr media.colour media.sound media.movie media.still"),
            row("archive", "shot files org.apache.commons.compress"),
            row("journal", "files com.fasterxml.jackson"),
            row("yaml", "org.yaml.snakeyaml"),
            row("schema", "yaml com.fasterxml.jackson"),
            row("show", "shot media yaml schema com.fasterxml.jackson"),
            row("request", "yaml schema com.fasterxml.jackson"),
            row("rules", "shot media.movie yaml request javax.imageio"),
            row("provider", "shot money"),
            row("provider.runware", "shot money provider com.fasterxml.jackson okhttp3 okio javax.net.ssl"),
            row("transfer", "files okhttp3 okio com.fasterxml.jackson javax.net.ssl"),
            row("ledger", "shot money org.sqlite"),
            row("qc.evidence", "shot frame media"),
            row("qc", "shot frame media qc.evidence"),
            row("qc.report", "shot money frame media qc.evidence qc com.fasterxml.jackson"),
            row("sandbox.clip", "org.apache.commons.compress"),
            row("sandbox.fault", "sandbox.clip com.fasterxml.jackson"),
            row("sandbox.ledger", "sandbox.clip files com.fasterxml.jackson"),
            row(
                    "sandbox",
                    "sandbox.clip sandbox.fault sandbox.ledger files com.fasterxml.jackson com.sun.net.httpserver"),
            row(
                    "sandbox.scene",
                    "shot crew frame media media.pixel media.exr media.colour media.movie media.still sandbox.clip"),
            row(
                    "plan",
                    "shot money files media media.movie yaml schema show request rules provider archive"
                            + " com.fasterxml.jackson"),
            row("element", "shot files com.fasterxml.jackson"),
            row("take", "shot crew files media media.movie journal archive provider transfer ledger element"),
            row(
                    "delivery",
                    "shot files frame media media.pixel media.exr media.colour media.movie media.sound media.still pass"
                            + " archive show plan element take"),
            row(
                    "verdict",
                    "shot crew files frame media media.pixel media.exr media.colour media.movie media.sound media.still pass"
                            + " qc.evidence qc show provider plan element take delivery"),
            row(
                    "pipeline",
                    "shot money crew files media media.exr media.colour media.movie media.sound media.still pass archive journal provider"
                            + " transfer ledger qc.evidence qc qc.report request rules show plan element take delivery verdict"),
            row(
                    "survey",
                    "shot files frame media media.exr media.movie media.sound pass archive qc.evidence qc show"
                            + " delivery"),
            row("cli.progress", "pipeline"),
            row(
                    "cli.plan",
                    "shot money files media archive provider ledger show plan element take delivery pipeline"
                            + " com.fasterxml.jackson"),
            row("cli.qc", "shot frame media qc.evidence qc"),
            row(
                    "cli.doctor",
                    "files media media.colour media.exr media.movie pipeline show yaml com.fasterxml.jackson"),
            row("cli", "* picocli com.fasterxml.jackson org.slf4j")));

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

    private static Map<String, List<String>> map(List<Map.Entry<String, List<String>>> rows) {
        List<String> names = rows.stream().map(Map.Entry::getKey).toList();
        Map<String, List<String>> map = new TreeMap<>();
        for (Map.Entry<String, List<String>> row : rows) {
            List<String> upward = new ArrayList<>(row.getValue());
            upward.retainAll(names.subList(map.size(), names.size()));
            assertThat(upward).as(row.getKey() + " looks up").isEmpty();
            map.put(row.getKey(), row.getValue());
        }
        return map;
    }
}
