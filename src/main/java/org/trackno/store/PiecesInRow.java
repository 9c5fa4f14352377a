package org.trackno.store;

import java.util.AbstractList;
import java.util.List;
import org.trackno.store.StoredParcel.Piece;
import org.trackno.support.Lazy;

/** The pieces that a row holds as JSON, read when first wanted: mostly the snapshot beside them is enough. */
final class PiecesInRow extends AbstractList<Piece> {
    private final Lazy<List<Piece>> pieces;

    /** From the column {@code state}. */
    PiecesInRow(String state) {
        pieces = new Lazy<>(() -> StateJson.readState(state).pieces());
    }

    @Override
    public Piece get(int index) {
        return pieces.get().get(index);
    }

    @Override
    public int size() {
        return pieces.get().size();
    }
}
