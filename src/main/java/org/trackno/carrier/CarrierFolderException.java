package org.trackno.carrier;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** A carrier folder that cannot be used, with the file, the line where it is known, and what is wrong. */
public class CarrierFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The problem at a line of a file; 0 when the line is not known. */
    public CarrierFolderException(String file, int line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem);
    }

    /** The problem that a parser found. */
    public CarrierFolderException(String file, JsonProcessingException cause) {
        super(file + position(cause.getLocation()) + ": " + firstLine(cause), cause);
    }

    private static String position(JsonLocation location) {
        return location == null || location.getLineNr() < 0 ? "" : ":" + location.getLineNr();
    }

    private static String firstLine(JsonProcessingException cause) {
        String message = cause.getOriginalMessage();
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("cannot be read");
    }
}
