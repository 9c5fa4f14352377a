package org.trackno.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.carrier.format.UnreadableAnswerException;

/** Reads the body of a SOAP call. */
final class SoapBody {
    private SoapBody() {}

    /** The text of the first element of this local name; blank when there is none, or the body is no XML. */
    static String text(Request request, String element) {
        try {
            return AnswerFormat.XML.decode(request.getBody()).findPath(element).asText("");
        } catch (UnreadableAnswerException e) {
            return "";
        }
    }
}
