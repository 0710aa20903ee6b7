/** The cookie that keeps which of their courses somebody works in on this device. It opens nothing: rights are asked each time. */
export const courseCookie = 'course';
