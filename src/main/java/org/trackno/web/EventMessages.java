package org.trackno.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.trackno.model.EventType;
import org.trackno.model.Stage;

/** The vocabulary of tracking in each language: {@code messages/event_*.properties}. */
@MessageBundle(value = "event", locale = "en")
public interface EventMessages {
    /** What happened. In English the same as {@link EventType#title()}. */
    @Message
    String title(EventType type);

    /** What a shopper can do about it; blank where there is nothing to do. */
    @Message
    String advice(EventType type);

    /** How far along a parcel is. */
    @Message
    String stage(Stage stage);
}
