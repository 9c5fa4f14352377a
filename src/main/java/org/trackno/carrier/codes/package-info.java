/** The code table {@code codes.csv}: what a carrier's codes mean. */
@NullMarked
package org.trackno.carrier.codes;

import org.jspecify.annotations.NullMarked;
