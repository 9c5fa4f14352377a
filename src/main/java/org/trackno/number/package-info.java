/**
 * Recognises tracking numbers: which carrier a string belongs to, how sure that is and why. Formats come in as data
 * ({@link org.trackno.number.NumberFormat}); JDK and {@code org.trackno.model} only, so that it can be used as a library.
 */
@NullMarked
package org.trackno.number;

import org.jspecify.annotations.NullMarked;
