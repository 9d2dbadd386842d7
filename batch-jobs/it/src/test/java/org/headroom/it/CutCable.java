package org.headroom.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a port of the loopback that can be cut and mended. */
final class CutCable implements Closeable {
    private final int target;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile ServerSocket entry;

    CutCable(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = entry.getLocalPort();
        serve(entry);
    }

    int port() {
        return port;
    }

    /** From now on nobody gets through, and nobody is answered. */
    void cut() throws IOException {
        entry.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Does nothing when it is whole. */
    void mend() throws IOException {
        if (!entry.isClosed()) {
            return;
        }
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        entry = again;
        serve(again);
    }

    private void serve(ServerSocket at) {
        background(() -> {
            while (true) {
                Socket in = at.accept();
                open.add(in);
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(out);
                background(() -> pass(in, out));
                background(() -> pass(out, in));
            }
        });
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
            }
        }
    }

    /** Something that ends with the cable. */
    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
