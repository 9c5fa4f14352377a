package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trackno.support.Gzip;

/** Style, scripts and pictures, from {@code src/main/resources/web}. Their addresses change with their content. */
@ApplicationScoped
public class Assets {
    private static final List<String> NAMES = List.of(
            "page.css",
            "recent.js",
            "start.js",
            "parcel.js",
            "list.js",
            "again.js",
            "icon.svg",
            "embed.css",
            "embedded.js",
            "try.css",
            "try.js");
    private static final int FINGERPRINT = 10;

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Asset> byFile = new LinkedHashMap<>();

    Assets() {
        for (String name : NAMES) {
            Asset asset = Asset.of(name, paths);
            int dot = name.lastIndexOf('.');
            String file = name.substring(0, dot) + "." + asset.fingerprint() + name.substring(dot);
            paths.put(name, "/assets/" + file);
            byFile.put(file, asset);
        }
    }

    /** The address of an asset. */
    public String path(String name) {
        return Objects.requireNonNull(paths.get(name), name);
    }

    /** The asset of a file name with its fingerprint. */
    Optional<Asset> find(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    /** A file, ready to be sent. */
    record Asset(String mediaType, byte[] content, byte[] gzip, String fingerprint) {
        /** Where it names one of those known so far, their addresses stand instead. */
        static Asset of(String name, Map<String, String> known) {
            try (InputStream file = Assets.class.getResourceAsStream("/web/" + name)) {
                String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> other : known.entrySet()) {
                    text = text.replace("'./" + other.getKey() + "'", "'" + other.getValue() + "'");
                }
                return of(mediaType(name), text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + name, e);
            }
        }

        /** A file made here. */
        static Asset of(String mediaType, byte[] content) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
                String fingerprint = HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
                return new Asset(mediaType, content, Gzip.pack(content), fingerprint);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        /** A style sheet made here. */
        static Asset ofStyle(String text) {
            return of(mediaType(".css"), text.getBytes(StandardCharsets.UTF_8));
        }

        private static String mediaType(String name) {
            return switch (name.substring(name.lastIndexOf('.'))) {
                case ".css" -> "text/css;charset=utf-8";
                case ".js" -> "text/javascript;charset=utf-8";
                case ".svg" -> "image/svg+xml";
                default -> throw new IllegalArgumentException("What is " + name + "?");
            };
        }
    }
}
