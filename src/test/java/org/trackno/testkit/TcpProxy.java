package org.trackno.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy on the loopback interface that does to connections what networks do: refuses them, resets them, swallows what
 * goes over them, or hands it on in crumbs. A change acts at once, on open connections too.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int CRUMB = 64;
    private static final long BETWEEN_CRUMBS_MILLIS = 1;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(2_000));
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private final int port;
    private volatile NetServer server;
    private volatile boolean refusing;
    private volatile Weather weather = Weather.FAIR;

    /** What happens to bytes. */
    private enum Weather {
        FAIR,
        CRUMBLING,
        SWALLOWING
    }

    private TcpProxy(int target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.actualPort();
    }

    /** In front of a port. */
    public static TcpProxy to(int target) {
        return new TcpProxy(target);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** From now on nothing that is sent arrives, in either direction; connections are still taken. */
    public void swallow() {
        weather = Weather.SWALLOWING;
    }

    /** From now on bytes arrive a few at a time. */
    public void crumble() {
        weather = Weather.CRUMBLING;
    }

    /** Breaks all connections with a reset and goes on. */
    public void reset() {
        open.forEach(socket -> socket.close());
    }

    /** Breaks all connections and refuses new ones. */
    public void refuse() {
        refusing = true;
        server.close().toCompletionStage().toCompletableFuture().join();
        reset();
    }

    /** All is well again. What was swallowed is lost, so those connections are broken. */
    public void recover() {
        if (weather == Weather.SWALLOWING) {
            weather = Weather.FAIR;
            reset();
        }
        weather = Weather.FAIR;
        if (refusing) {
            server = listen(port);
            refusing = false;
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private NetServer listen(int onPort) {
        return vertx.createNetServer(new NetServerOptions()
                        .setHost("localhost")
                        .setPort(onPort)
                        .setReuseAddress(true)
                        .setSoLinger(0)) // a close is a reset
                .connectHandler(this::accept)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void accept(NetSocket caller) {
        caller.pause();
        open.add(caller);
        client.connect(target, "localhost")
                .onSuccess(server -> {
                    pass(caller, server);
                    pass(server, caller);
                    caller.resume();
                })
                .onFailure(failure -> caller.close());
        caller.closeHandler(closed -> open.remove(caller));
    }

    private void pass(NetSocket from, NetSocket to) {
        open.add(from);
        from.handler(bytes -> pass(bytes, from, to));
        from.exceptionHandler(failure -> from.close());
        from.closeHandler(closed -> {
            open.remove(from);
            to.close();
        });
    }

    private void pass(Buffer bytes, NetSocket from, NetSocket to) {
        switch (weather) {
            case SWALLOWING -> {}
            case FAIR -> {
                to.write(bytes);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(drained -> from.resume());
                }
            }
            case CRUMBLING -> {
                from.pause();
                crumble(bytes, 0, from, to);
            }
        }
    }

    private void crumble(Buffer bytes, int at, NetSocket from, NetSocket to) {
        int end = Math.min(at + CRUMB, bytes.length());
        to.write(bytes.slice(at, end));
        if (end == bytes.length()) {
            from.resume();
        } else {
            vertx.setTimer(BETWEEN_CRUMBS_MILLIS, timer -> crumble(bytes, end, from, to));
        }
    }
}
