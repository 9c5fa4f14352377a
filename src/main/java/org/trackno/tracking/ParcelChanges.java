package org.trackno.tracking;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trackno.carrier.Catalogue;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelNotices;

/** Tells who follows a parcel whenever what is known of it changed, whichever process on the database changed it. */
@ApplicationScoped
@Startup // what other processes write drops what is remembered here, followed or not
public class ParcelChanges implements ParcelNotices.Listener {
    private final Catalogue catalogue;
    private final FindingCache cache;
    private final Map<ParcelKey, Set<Runnable>> followers = new ConcurrentHashMap<>();

    ParcelChanges(Catalogue catalogue, FindingCache cache, ParcelNotices notices) {
        this.catalogue = catalogue;
        this.cache = cache;
        notices.listen(this);
    }

    /** An item each time the parcel was asked for or changed since; several in quick succession may be one. Never ends by itself. */
    public Multi<ParcelKey> of(ParcelKey key) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Runnable follower = () -> emitter.emit(key);
                            followers
                                    .computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                                    .add(follower);
                            emitter.onTermination(() -> followers.computeIfPresent(key, (k, all) -> {
                                all.remove(follower);
                                return all.isEmpty() ? null : all;
                            }));
                        },
                        BackPressureStrategy.LATEST);
    }

    @Override
    public void heard(String carrierId, TrackingNumber number, boolean own) {
        if (own) {
            return; // told once it can be read here, which may be after the store says so
        }
        catalogue.find(carrierId).ifPresent(folder -> {
            ParcelKey key = new ParcelKey(folder.carrier(), number);
            cache.forget(key);
            tell(key);
        });
    }

    @Override
    public void missed() {
        cache.forgetAll();
        followers.keySet().forEach(this::tell);
    }

    /** Tells those who follow a parcel that it was asked for or changed, and can be read. */
    void tell(ParcelKey key) {
        followers.getOrDefault(key, Set.of()).forEach(Runnable::run);
    }
}
