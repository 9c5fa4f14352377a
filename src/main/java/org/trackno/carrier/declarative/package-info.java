/** The adapter that needs no Java: manifest, code table and mapping. */
@NullMarked
package org.trackno.carrier.declarative;

import org.jspecify.annotations.NullMarked;
