package dev.porchlight.cli.setting;

import dev.porchlight.cli.terminal.Failure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings in a properties file (UTF-8); the keys are the options' names without dashes in front. */
final class SettingsFile {
    static final String NAME = "porchlight.properties";

    private final Path path;
    private final Properties values;

    private SettingsFile(Path path, Properties values) {
        this.path = path;
        this.values = values;
    }

    /**
     * @param named by {@code --config} or {@code PORCHLIGHT_CONFIG}; or null for the file of the usual name in the
     *     folder, which may be missing
     */
    static SettingsFile read(Path folder, @Nullable String named) {
        Path path = folder.resolve(named == null ? NAME : named);
        Properties values = new Properties();
        if (named == null && Files.notExists(path)) {
            return new SettingsFile(path, values);
        }
        try (Reader text = Files.newBufferedReader(path)) {
            values.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("Cannot read the settings file " + path + ": " + reason(e) + ".", "See --config.");
        }
        return new SettingsFile(path, values);
    }

    /** A key that nobody knows is a mistake that would otherwise go unnoticed. */
    void allow(Supplier<? extends Collection<String>> keys) {
        if (values.isEmpty()) {
            return;
        }
        Collection<String> known = keys.get();
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (!known.contains(key)) {
                String meant = Nearest.to(key, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Known keys: " + String.join(", ", known) + ".");
                throw new Failure("Unknown key in the settings file " + path + ": " + key + ".", meant);
            }
        }
    }

    @Nullable
    String value(String key) {
        return values.getProperty(key);
    }

    Path path() {
        return path;
    }

    private static String reason(Exception e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file";
            case java.nio.file.AccessDeniedException denied -> "it is not readable";
            case java.nio.charset.CharacterCodingException encoding -> "it is not UTF-8";
            default -> String.valueOf(e.getMessage());
        };
    }
}
