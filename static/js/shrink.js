/* A phone's photo of 2-6 MB takes a minute on a bad network; as evidence 2048 pixels are enough. */

const LONGEST = 2048; // pixels of the longer side
const SMALL_ENOUGH = 600_000; // bytes
const QUALITY = 0.85;

/** A smaller JPEG of `file`, or the file itself where it is small already or is no picture that can be read. */
export async function shrink(file) {
  if (file.size <= SMALL_ENOUGH || !file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: blob.type, lastModified: file.lastModified });
  } catch {
    return file;
  }
}
