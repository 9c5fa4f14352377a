package org.trackno.store;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Stage;

/**
 * What is sent about a parcel, made when it was written, so that a read need not make it again.
 *
 * @param stage how far along the parcel is
 * @param reportedAt when its newest event happened; null when that is not known
 * @param body the encoded snapshot; not to be changed
 */
public record KeptSnapshot(Stage stage, @Nullable Instant reportedAt, Buffer body) {}
