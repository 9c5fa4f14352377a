package org.trackno.carrier.mapping;

/** An answer that a mapping did not turn into our shape; the message says what, without quoting the answer. */
public class MappingException extends Exception {
    private static final long serialVersionUID = 1L;

    MappingException(String problem) {
        super(problem);
    }

    /** A field that our shape does not have. */
    static MappingException ofField(String field, String of) {
        return new MappingException("the mapping gives '" + field + "', which " + of + " does not have");
    }
}
