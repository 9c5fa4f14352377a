/** What everything may use: the clock, randomness, JSON. */
@NullMarked
package org.trackno.support;

import org.jspecify.annotations.NullMarked;
