/** Decoders from the formats carriers answer in to one kind of tree. */
@NullMarked
package org.trackno.carrier.format;

import org.jspecify.annotations.NullMarked;
