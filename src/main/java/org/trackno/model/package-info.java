/** What a parcel is and how its stage follows from its events. JDK only: no I/O, no clock, no framework. */
@NullMarked
package org.trackno.model;

import org.jspecify.annotations.NullMarked;
