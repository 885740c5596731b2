// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.media.RgbPicture;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes pictures for the eye. The same picture gives the same bytes; a file that could not be finished is deleted. */
public final class StillWriter {
    private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

    private StillWriter() {}

    /**
     * Writes a JPEG (JFIF, Rec. 601, full range) whose colour is as sharp as its luma (4:4:4).
     *
     * @param quality 0 to 1; 0.92 looks like the original
     * @throws IOException when the disk refuses
     */
    public static void jpeg(Path file, RgbPicture picture, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
        BufferedImage image = image(picture);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
        Node tree = metadata.getAsTree(JPEG_TREE);
        NodeList components = ((Element) tree).getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(JPEG_TREE, tree);
        write(file, writer, new IIOImage(image, null, metadata), parameters);
    }

    /**
     * Writes a PNG.
     *
     * @throws IOException when the disk refuses
     */
    public static void png(Path file, RgbPicture picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        write(file, writer, new IIOImage(image(picture), null, null), writer.getDefaultWriteParam());
    }

    private static void write(Path file, ImageWriter writer, IIOImage image, ImageWriteParam parameters)
            throws IOException {
        Files.deleteIfExists(file);
        boolean finished = false;
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, image, parameters);
            finished = true;
        } finally {
            writer.dispose();
            if (!finished) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A view of the picture, without a copy. */
    private static BufferedImage image(RgbPicture picture) {
        int width = picture.size().width();
        int height = picture.size().height();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(picture.pixels(), picture.pixels().length),
                width,
                height,
                width * RgbPicture.CHANNELS,
                RgbPicture.CHANNELS,
                new int[] {0, 1, 2},
                null);
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }
}
