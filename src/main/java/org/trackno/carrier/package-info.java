/** The contract of a carrier adapter and the catalogue of all carriers. Knows no HTTP, no database, no clock. */
@NullMarked
package org.trackno.carrier;

import org.jspecify.annotations.NullMarked;
