package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where on its way a parcel is. Each carrier's {@code sandbox.yaml} names the place. */
enum Leg {
    /** The sender's town in the carrier's own country. */
    @JsonProperty("sender")
    SENDER,
    /** A sender's town in another country. */
    @JsonProperty("abroad")
    ABROAD,
    /** A sorting facility between sender and recipient. */
    @JsonProperty("hub")
    HUB,
    /** Where mail enters the country and customs looks at it. */
    @JsonProperty("border")
    BORDER,
    /** The recipient's town. */
    @JsonProperty("recipient")
    RECIPIENT
}
