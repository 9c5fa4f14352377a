package org.trackno.web.storefront;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture with its size, so that a page keeps the place for it: SVG, PNG, JPEG or GIF.
 *
 * @param width in CSS pixels, or in proportion to the height
 * @param height likewise
 */
@SuppressWarnings("ArrayRecordComponent") // read once and sent as it is
public record Logo(byte[] content, String mediaType, int width, int height) {
    private static final int MOST_BYTES = 262_144;
    private static final Map<String, String> RASTER =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif");
    private static final Pattern SVG = Pattern.compile("<svg\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox\\s*=\\s*[\"']\\s*[-\\d.]+[\\s,]+[-\\d.]+[\\s,]+([\\d.]+)[\\s,]+([\\d.]+)");
    private static final String LENGTH = "(?:^|\\s)%s\\s*=\\s*[\"']\\s*([\\d.]+)(?:px)?\\s*[\"']";
    private static final Pattern WIDTH = Pattern.compile(LENGTH.formatted("width"));
    private static final Pattern HEIGHT = Pattern.compile(LENGTH.formatted("height"));

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with what would be right
     */
    static Logo read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new IllegalArgumentException("There is no file " + path.toAbsolutePath() + " that can be read");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "A logo has at most 256 kB; " + file + " has " + Files.size(path) / 1024);
            }
            byte[] content = Files.readAllBytes(path);
            Logo logo = looksLikeSvg(content) ? svg(content, file) : raster(content, file);
            if (logo.width < 1 || logo.height < 1) {
                throw new IllegalArgumentException("The logo " + file + " has no size");
            }
            return logo;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the logo " + file, e);
        }
    }

    /** The end of its file name. */
    public String extension() {
        return mediaType.equals("image/svg+xml") ? "svg" : mediaType.substring(mediaType.indexOf('/') + 1);
    }

    private static boolean looksLikeSvg(byte[] content) {
        return SVG.matcher(new String(content, StandardCharsets.UTF_8)).find();
    }

    private static Logo svg(byte[] content, String file) {
        Matcher tag = SVG.matcher(new String(content, StandardCharsets.UTF_8));
        String attributes = tag.find() ? tag.group(1) : "";
        Matcher width = WIDTH.matcher(attributes);
        Matcher height = HEIGHT.matcher(attributes);
        if (width.find() && height.find()) {
            return new Logo(content, "image/svg+xml", pixels(width.group(1)), pixels(height.group(1)));
        }
        Matcher box = VIEW_BOX.matcher(attributes);
        if (box.find()) {
            return new Logo(content, "image/svg+xml", pixels(box.group(1)), pixels(box.group(2)));
        }
        throw new IllegalArgumentException("The SVG " + file + " says neither width and height nor viewBox");
    }

    private static int pixels(String length) {
        return (int) Math.ceil(Double.parseDouble(length));
    }

    private static Logo raster(byte[] content, String file) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(content);
                ImageInputStream image = ImageIO.createImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            String mediaType =
                    reader == null ? null : RASTER.get(reader.getFormatName().toLowerCase(java.util.Locale.ROOT));
            if (reader == null || mediaType == null) {
                throw new IllegalArgumentException("A logo is SVG, PNG, JPEG or GIF; " + file + " is something else");
            }
            reader.setInput(image);
            return new Logo(content, mediaType, reader.getWidth(0), reader.getHeight(0));
        }
    }
}
