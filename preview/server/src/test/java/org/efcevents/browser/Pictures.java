package org.efcevents.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests that upload some. */
final class Pictures {
    private Pictures() {}

    /** Paints a picture of one colour, which its name decides: another name is another picture. */
    static Path plain(Path file) throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(file.getFileName().toString().hashCode() & 0xffffff));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
