// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.shot.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of an element's versions, and which job each belongs to. */
public final class Versions {
    private static final Pattern LABEL = Pattern.compile("v(\\d{1,9})");
    private static final String JOB = "job.json";

    private final ElementFolder element;

    public Versions(ElementFolder element) {
        this.element = element;
    }

    /** The number of a job, if it has one that is not taken by something else meanwhile. */
    public Optional<Version> of(Job job) throws StorageException {
        for (Version version : numbers(element.versions())) {
            Optional<Job> owner = RecordFile.read(element.making(version).resolve(JOB), Job.class);
            if (owner.filter(job::equals).isPresent() && (isFree(version) || isPublished(version, job))) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The number that {@link #reserve} would give a job now. Reserves nothing. */
    public Version expected(Job job) throws StorageException {
        Optional<Version> version = of(job);
        return version.isPresent() ? version.get() : next();
    }

    /** The number of a job, from now on if it had none: one more than any that is published or promised. */
    public Version reserve(Job job) throws StorageException {
        Optional<Version> version = of(job);
        while (version.isEmpty()) {
            version = claim(job);
        }
        return version.get();
    }

    /** The next free number; empty if somebody else was quicker. */
    private Optional<Version> claim(Job job) throws StorageException {
        Version next = next();
        try {
            Files.createDirectories(element.making(next));
            Durable.createNew(element.making(next).resolve(JOB), RecordFile.bytes(job));
            return Optional.of(next);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.of("reserve a version in", element.versions(), e);
        }
    }

    /** The number that a new job would get now: one more than any that is published or promised. Reserves nothing. */
    public Version next() throws StorageException {
        SortedSet<Version> taken = numbers(element.folder());
        taken.addAll(promised());
        return new Version(taken.isEmpty() ? 1 : taken.last().number() + 1);
    }

    /** The numbers that belong to a job. A run that was killed while it claimed one leaves a folder without a job. */
    private SortedSet<Version> promised() throws StorageException {
        SortedSet<Version> numbers = numbers(element.versions());
        numbers.removeIf(version -> !Files.exists(element.making(version).resolve(JOB)));
        return numbers;
    }

    /** Whether a version of this number and job stands there for everybody. */
    public boolean isPublished(Version version, Job job) throws StorageException {
        return Manifest.read(element.version(version))
                .filter(m -> m.job().equals(job.job()))
                .isPresent();
    }

    /** Whether any published version was made from a take. */
    public boolean usesTake(String task) throws StorageException {
        for (Version version : numbers(element.folder())) {
            Optional<Manifest> manifest = Manifest.read(element.version(version));
            if (manifest.flatMap(Manifest::generation)
                    .filter(g -> g.taskUuid().equals(task))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The numbers of all published versions, ascending. */
    public SortedSet<Version> published() throws StorageException {
        return numbers(element.folder());
    }

    private boolean isFree(Version version) {
        return !Files.exists(element.version(version));
    }

    private static SortedSet<Version> numbers(Path folder) throws StorageException {
        SortedSet<Version> numbers = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return numbers;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                Matcher label = LABEL.matcher(String.valueOf(each.getFileName()));
                if (label.matches() && Integer.parseInt(label.group(1)) > 0) {
                    numbers.add(new Version(Integer.parseInt(label.group(1))));
                }
            }
        } catch (IOException e) {
            throw StorageException.of("list", folder, e);
        }
        return numbers;
    }
}
