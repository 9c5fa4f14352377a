/** The mapping {@code mapping.jslt} from a carrier's answer to our shape, and the strict reader of that shape. */
@NullMarked
package org.trackno.carrier.mapping;

import org.jspecify.annotations.NullMarked;
