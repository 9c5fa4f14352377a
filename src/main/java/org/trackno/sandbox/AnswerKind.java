package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of answer a carrier gives. Each is a template of its own. */
enum AnswerKind {
    /** What the carrier knows of a parcel. */
    @JsonProperty("tracking")
    TRACKING,
    /** The carrier does not know the number, or not yet. */
    @JsonProperty("not-found")
    NOT_FOUND,
    /** Credentials or token are missing or wrong. */
    @JsonProperty("refused")
    REFUSED,
    /** A header is missing that every call must have. */
    @JsonProperty("header-missing")
    HEADER_MISSING,
    /** Asked too often. */
    @JsonProperty("over-quota")
    OVER_QUOTA,
    /** The carrier is down. */
    @JsonProperty("server-error")
    SERVER_ERROR,
    /** The log-in succeeded. */
    @JsonProperty("token")
    TOKEN,
    /** The log-in failed. */
    @JsonProperty("token-refused")
    TOKEN_REFUSED;

    /** Whether it says something about one number; otherwise it is about the call as a whole. */
    boolean isAboutANumber() {
        return this == TRACKING || this == NOT_FOUND;
    }
}
